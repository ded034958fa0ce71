#!/bin/sh
# Runs a program as root without root's powers: permissions of files then mean what they say.
exec setpriv --inh-caps=-all --bounding-set=-all -- "$@"
