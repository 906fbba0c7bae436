#!/usr/bin/env bash
# A register of a DLMS/COSEM meter (123456 with the scaler 10^-3) whose value and scaler are read by Gurux, one after
# the other.
#
# Guess: the order of reading does not matter: getValue is the number of the meter and getScaler the factor to it, or
# getValue is the scaled reading.
#
# Instead: the scaler is applied to a value that comes after it, not to one that was there before: 123.456 or 123456,
# and getScaler (0.001) and getUnit are the same both times. Of a load profile only those columns are scaled whose
# register had its scaler when the rows came. Null for a register, which in a compressed profile stands for "as before",
# stays null, though a time that is left out so is counted on.
#
# Version: gurux.dlms 4.0.47.
#
# Matters: attributes are read in the order of their numbers, value (2) before scaler (3), so the first pass over a
# meter gives watt-hours and the second kilowatt-hours. Who multiplies by getScaler is right once, and then too small by
# the factor. Read attribute 3 first, and never multiply.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.gurux</groupId><artifactId>gurux.dlms</artifactId><version>4.0.47</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import gurux.dlms.*;
import gurux.dlms.enums.*;
import gurux.dlms.objects.*;
import java.util.*;

public class Probe {

  static boolean ok = true;

  static void see(String what, Object expected, Object seen) {
    boolean same = expected.equals(seen);
    ok &= same;
    System.out.println(what + ": " + seen + (same ? "" : "   CHANGED, was " + expected));
  }

  static void end() {
    System.out.println(ok ? "behaviour as described" : "behaviour has changed");
    System.exit(ok ? 0 : 1);
  }

  static final GXDLMSClient CLIENT = new GXDLMSClient(true);

  static List<Object> row(Object... values) {
    return new ArrayList<>(Arrays.asList(values));
  }

  /** What the register says after these attributes came, in this order. */
  static String after(int... attributes) throws Exception {
    GXDLMSRegister register = new GXDLMSRegister("1.0.1.8.0.255");
    for (int attribute : attributes) {
      CLIENT.updateValue(register, attribute, attribute == 2 ? (Object) 123456 : row((byte) -3, new GXEnum((short) 30)));
    }
    return register.getValue() + ", scaler " + register.getScaler() + ", " + register.getUnit();
  }

  /** The readings of a load profile. */
  static String profile(boolean scalerFirst) throws Exception {
    GXDLMSRegister register = new GXDLMSRegister("1.0.1.8.0.255");
    GXDLMSProfileGeneric profile = new GXDLMSProfileGeneric("1.0.99.1.0.255");
    profile.addCaptureObject(register, 2, 0);
    if (scalerFirst) {
      CLIENT.updateValue(register, 3, row((byte) -3, new GXEnum((short) 30)));
    }
    List<Object> rows = new ArrayList<>();
    rows.add(row(123456L));
    rows.add(row((Object) null));
    rows.add(row(123500L));
    CLIENT.updateValue(profile, 2, rows);
    if (!scalerFirst) {
      CLIENT.updateValue(register, 3, row((byte) -3, new GXEnum((short) 30)));
    }
    List<Object> seen = new ArrayList<>();
    for (Object line : profile.getBuffer()) {
      seen.add(((Object[]) line)[0]);
    }
    return seen + ", scaler " + register.getScaler();
  }

  public static void main(String[] args) throws Exception {
    System.out.println("gurux.dlms 4.0.47");
    see("value, then scaler", "123456, scaler 0.001, Active energy", after(2, 3));
    see("scaler, then value", "123.456, scaler 0.001, Active energy", after(3, 2));
    see("value, scaler, and the value again", "123.456, scaler 0.001, Active energy", after(2, 3, 2));
    see("profile, then scaler", "[123456, null, 123500], scaler 0.001", profile(false));
    see("scaler, then profile", "[123.456, null, 123.5], scaler 0.001", profile(true));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java 2> log.txt || { cat log.txt >&2; exit 1; }
