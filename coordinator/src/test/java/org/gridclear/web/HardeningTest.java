package org.gridclear.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Units, proxy and alert rules of the package, by the tools that read them where these are here.
 */
// Rows: P-04, P-05, P-06, P-07, X-08, W-13
class HardeningTest {
  private static final Path DIST =
      Path.of(System.getProperty("gridclear.root", ".."), "dist/src").toAbsolutePath();

  /** Exposure level that a unit may have, in tenths. */
  private static final String EXPOSURE_MAX = "15";

  @TempDir private Path folder;

  private static List<Path> units() throws IOException {
    try (Stream<Path> all = Files.list(DIST.resolve("systemd"))) {
      return all.filter(each -> each.toString().endsWith(".service")).sorted().toList();
    }
  }

  /** What a command says, with its exit code first. */
  private static String said(Path directory, String... command) throws Exception {
    Process process =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    return process.exitValue() + " " + said;
  }

  private static boolean isHere(String tool) {
    return Stream.of("/usr/bin", "/usr/sbin", "/bin", "/usr/local/bin")
        .anyMatch(path -> Files.isExecutable(Path.of(path, tool)));
  }

  @Test
  void everyUnitIsShutInAndNoneIsRoot() throws Exception {
    assertEquals(3, units().size());
    for (Path unit : units()) {
      List<String> lines = Files.readAllLines(unit);
      for (String needed :
          List.of(
              "User=gridclear",
              "UMask=0077",
              "NoNewPrivileges=yes",
              "ProtectSystem=strict",
              "ProtectHome=yes",
              "PrivateTmp=yes",
              "PrivateDevices=yes",
              "PrivateUsers=yes",
              "ProtectKernelTunables=yes",
              "ProtectKernelModules=yes",
              "RestrictNamespaces=yes",
              "RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX",
              "LockPersonality=yes",
              "CapabilityBoundingSet=",
              "SystemCallFilter=@system-service",
              "SystemCallFilter=~@privileged")) {
        assertTrue(lines.contains(needed), unit.getFileName() + " lacks " + needed);
      }
    }
  }

  @Test
  void theExposureOfEveryUnitIsSmall() throws Exception {
    assumeTrue(isHere("systemd-analyze"));
    List<String> wrong = new ArrayList<>();
    for (Path unit : units()) {
      String said =
          said(
              DIST,
              "systemd-analyze",
              "security",
              "--offline=true",
              "--threshold=" + EXPOSURE_MAX,
              unit.toString());
      if (!said.startsWith("0 ")) {
        wrong.add(unit.getFileName() + ": " + said.substring(Math.max(0, said.length() - 200)));
      }
    }
    assertEquals(List.of(), wrong);
  }

  /** The page names each requirement of protection, and tests that there are. */
  @Test
  void everyRequirementIsInTheMatrixWithEvidenceThatThereIs() throws Exception {
    Path root = DIST.getParent().getParent();
    String page = Files.readString(root.resolve("docs/compliance.md"));
    for (int k = 1; k <= 13; k++) {
      String row = "P-%02d".formatted(k);
      assertTrue(page.contains(row), row + " is in no row");
    }
    Set<String> tests = new TreeSet<>();
    for (String module :
        List.of("coordinator", "bench", "dist", "network-models", "grid-node/worker")) {
      try (Stream<Path> all = Files.walk(root.resolve(module + "/src/test/java"))) {
        all.forEach(each -> tests.add(each.getFileName().toString().replace(".java", "")));
      }
    }
    Set<String> named = new TreeSet<>();
    Matcher name = Pattern.compile("`(\\w+Test)`").matcher(page);
    while (name.find()) {
      named.add(name.group(1));
    }
    assertTrue(named.size() > 15, named.toString());
    named.removeAll(tests);
    assertEquals(Set.of(), named, "these tests are not there");
  }

  @Test
  void theProxyIsWhatNginxReads() throws Exception {
    assumeTrue(isHere("nginx") && isHere("openssl"));
    said(
        folder,
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-keyout",
        "gateway.key",
        "-out",
        "gateway.pem",
        "-days",
        "1",
        "-subj",
        "/CN=gateway");
    Files.copy(folder.resolve("gateway.pem"), folder.resolve("ca.pem"));
    String config =
        Files.readString(DIST.resolve("nginx/gridclear.conf"))
            .replace("/etc/gridclear", folder.toString())
            .replace("10.2.0.1:443", "127.0.0.1:8443")
            .replace("listen 443", "listen 127.0.0.1:8442");
    Files.writeString(folder.resolve("gridclear.conf"), config);
    Path main =
        Files.writeString(
            folder.resolve("nginx.conf"),
            "pid %1$s/pid;\nerror_log %1$s/log;\nevents {}\nhttp { access_log off; include %1$s/gridclear.conf; }\n"
                .formatted(folder));
    String said = said(folder, "nginx", "-t", "-c", main.toString());
    assertTrue(said.startsWith("0 "), said);
  }

  @Test
  void theRulesAreWhatPrometheusReadsAndEachFiresAndClears() throws Exception {
    assumeTrue(isHere("promtool"));
    String said =
        said(DIST.resolve("prometheus"), "promtool", "test", "rules", "gridclear-alerts-test.yml");
    assertTrue(said.startsWith("0 "), said);
  }
}
