#!/bin/sh
# Runs a program as root without root's powers: permissions of files then mean what they say. The program is the
# one that GALLEY_PROGRAM names, since launchers put arguments of their own in front.
exec setpriv --inh-caps=-all --bounding-set=-all -- "$GALLEY_PROGRAM" "$@"
