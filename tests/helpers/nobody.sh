#!/bin/sh
# Runs the program that GALLEY_PROGRAM names as the user that owns nothing: what every ordinary user's system allows.
exec setpriv --reuid=65534 --regid=65534 --clear-groups -- "$GALLEY_PROGRAM" "$@"
