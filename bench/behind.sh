#!/usr/bin/env bash
# What is behind: the versions in pom.xml beside the newest that the Maven repository in use serves. Run by hand, online;
# docs/dependencies.md says of each that stays behind why.
set -euo pipefail
cd "$(dirname "$0")/.."
mvn -B -ntp -N org.codehaus.mojo:versions-maven-plugin:2.18.0:display-property-updates "$@" |
  sed -n '/referencing the newest/,/BUILD/p' | grep -E '\$\{|newest|updates are' | sed 's/^\[INFO\] *//'
