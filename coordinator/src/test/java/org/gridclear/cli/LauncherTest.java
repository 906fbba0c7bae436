package org.gridclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a home of its own, with a Java that only says how it was called. */
class LauncherTest {
  private static final String JAVA =
      """
      #!/usr/bin/env bash
      if [ "${1:-}" = -version ]; then echo 'openjdk version "17.0.1"' >&2; exit 0; fi
      echo 'WARNING: Using incubator modules: jdk.incubator.vector' >&2
      echo "an alarm" >&2
      printf '%s\\n' "$@"
      exit 7
      """;

  /** Says how it was called, takes its time, and writes the jars in place. */
  private static final String MAVEN =
      """
      #!/usr/bin/env bash
      echo "$*" >>"$CALLS"
      sleep 1
      for built in coordinator/target/gridclear.jar bench/target/bench.jar; do echo new >"$built"; done
      """;

  @TempDir Path folder;
  private Path home;

  private record Ended(int code, String out, String err) {}

  @BeforeEach
  void makeHome() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/env")), "no env here");
    home = Files.createDirectories(folder.resolve("a home"));
    Path script = Path.of(System.getProperty("gridclear.root"), "gridclear");
    Files.copy(script, home.resolve("gridclear"));
    for (String built : List.of("coordinator/target/gridclear.jar", "bench/target/bench.jar")) {
      Files.createDirectories(home.resolve(built).getParent());
      Files.writeString(home.resolve(built), "");
    }
    Files.writeString(home.resolve("pom.xml"), "");
    for (String module : List.of("network-models", "scenarios", "grid-node", "converters")) {
      Files.createDirectories(home.resolve(module));
    }
    age(home.resolve("pom.xml"), 100);
    Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
    Files.writeString(java, JAVA);
    assertTrue(java.toFile().setExecutable(true));
  }

  private static void age(Path file, long seconds) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(seconds)));
  }

  private Ended launch(Path launcher, Map<String, String> environment, String... arguments)
      throws Exception {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder = new ProcessBuilder(launcher.toString());
    builder.command().addAll(List.of(arguments));
    builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
    builder.environment().remove("GRIDCLEAR_JAVA_OPTS");
    builder.environment().putAll(environment);
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    int code = process.waitFor();
    for (int k = 0; k < 100 && !Files.readString(err).contains("an alarm") && code == 7; k++) {
      Thread.sleep(20);
    }
    return new Ended(
        code,
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }

  @Test
  void throughALinkItFindsItsHomeAndPassesArgumentsAndTheExitCodeOn() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("gc"), home.resolve("gridclear"));
    Ended ended = launch(link, Map.of(), "clear", "a case.json", "--gap", "0.1");
    assertEquals(7, ended.code(), ended.err());
    assertTrue(ended.out().contains(home.resolve("coordinator/target/gridclear.jar").toString()));
    assertTrue(ended.out().endsWith("clear\na case.json\n--gap\n0.1\n"), ended.out());
  }

  @Test
  void theSecondCompilerComesLateWhereLittleIsToBeDone() throws Exception {
    Path small = Files.writeString(folder.resolve("small.m"), "mpc.x");
    Path large = Files.write(folder.resolve("large.m"), new byte[200_000]);
    assertEquals("Serial first", compilers("clear", "ieee30", "--out", "x"));
    assertEquals("Parallel 50000", compilers("clear", "ieee30", "--days", "7"));
    assertEquals("Parallel 50000", compilers("clear", "ieee118"));
    assertEquals("Serial 500000", compilers("clear", small.toString()));
    assertEquals("Parallel 50000", compilers("clear", large.toString()));
    assertEquals("Parallel 50000", compilers("clear", "ieee30", "--n-1"));
    assertEquals("Parallel 50000", compilers("clear", "-"));
    assertEquals("Serial first", compilers("screen", "ieee118", "--dc"));
    assertEquals("Serial 50000", compilers("screen", "ieee118", "--ac"));
    assertEquals("Serial 50000", compilers("screen", small.toString(), "--ac"));
    assertEquals("Serial first", compilers("screen", small.toString(), "--dc"));
    assertEquals("Serial first", compilers("screen", large.toString(), "--dc"));
    assertEquals("Parallel 50000", compilers("screen", large.toString(), "--ac"));
    assertTrue(
        launch(home.resolve("gridclear"), Map.of(), "screen", large.toString(), "--ac")
            .out()
            .contains("CompileThresholdScaling,org.gridclear.numerics.*::*,0.1"));
    assertEquals("Parallel ", compilers("screen", large.toString(), "--snapshots", "96"));
    Path greater = Files.write(folder.resolve("greater.m"), new byte[5_000_000]);
    assertEquals("Serial 50000", compilers("screen", greater.toString(), "--dc"));
    assertEquals("Serial 50000", compilers("screen", greater.toString(), small.toString()));
    assertEquals("Parallel ", compilers("screen", "ieee118", "--snapshots", "96"));
    assertEquals("Parallel 50000", compilers("study", small.toString()));
    assertEquals("Serial first", compilers("powerflow", large.toString()));
    assertEquals("Parallel ", compilers("serve"));
    assertEquals("Parallel ", compilers("node"));
  }

  @Test
  void loopsThatAreCompiledByThemselvesAreMethodsOfTheProgram() throws Exception {
    Path large = Files.write(folder.resolve("large.m"), new byte[200_000]);
    String out =
        launch(home.resolve("gridclear"), Map.of(), "screen", large.toString(), "--ac").out();
    Matcher loop = Pattern.compile("dontinline,([\\w.]+)::(\\w+)").matcher(out);
    int count = 0;
    for (; loop.find(); count++) {
      Class<?> type = Class.forName(loop.group(1), false, getClass().getClassLoader());
      String name = loop.group(2);
      assertTrue(
          Arrays.stream(type.getDeclaredMethods()).anyMatch(each -> each.getName().equals(name)),
          loop.group());
    }
    assertEquals(7, count);
  }

  /** Which collector runs, and how often a method is called before the second compiler has it. */
  private String compilers(String... arguments) throws Exception {
    String out = launch(home.resolve("gridclear"), Map.of(), arguments).out();
    Matcher collector = Pattern.compile("-XX:\\+Use(\\w+)GC").matcher(out);
    assertTrue(collector.find(), out);
    Matcher late = Pattern.compile("Tier4InvocationThreshold=(\\d+)").matcher(out);
    boolean first = out.contains("-XX:TieredStopAtLevel=1");
    return collector.group(1) + " " + (first ? "first" : late.find() ? late.group(1) : "");
  }

  @Test
  void ofTheErrorStreamOnlyTheGreetingIsLeftOut() throws Exception {
    Ended ended = launch(home.resolve("gridclear"), Map.of(), "validate", "x");
    assertFalse(ended.err().contains("incubator"), ended.err());
    assertTrue(ended.err().contains("an alarm"), ended.err());
  }

  @Test
  void aSourceNewerThanTheBuildIsSaidWhereMavenIsMissing() throws Exception {
    Path source = home.resolve("coordinator/src/main/java/New.java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, "");
    age(home.resolve("coordinator/target/gridclear.jar"), 50);
    Path tools = Files.createDirectories(folder.resolve("tools"));
    for (String tool :
        List.of("bash", "env", "readlink", "dirname", "sed", "head", "find", "grep", "rm", "mv")) {
      Path found = Path.of("/usr/bin", tool);
      Files.createSymbolicLink(
          tools.resolve(tool), Files.exists(found) ? found : Path.of("/bin", tool));
    }
    Ended ended = launch(home.resolve("gridclear"), Map.of("PATH", tools.toString()), "--help");
    assertEquals(7, ended.code(), ended.err());
    assertTrue(
        ended.err().contains("New.java is newer than the build, and Maven is missing"),
        ended.err());
    age(source, 90);
    Ended built = launch(home.resolve("gridclear"), Map.of("PATH", tools.toString()), "--help");
    assertFalse(built.err().contains("newer"), built.err());
  }

  private Map<String, String> withMaven() throws IOException {
    Path tools = Files.createDirectories(folder.resolve("maven"));
    Files.writeString(tools.resolve("mvn"), MAVEN);
    Files.writeString(folder.resolve("jdk/bin/javac"), "");
    assertTrue(tools.resolve("mvn").toFile().setExecutable(true));
    assertTrue(folder.resolve("jdk/bin/javac").toFile().setExecutable(true));
    return Map.of(
        "PATH", tools + ":" + System.getenv("PATH"), "CALLS", folder.resolve("calls").toString());
  }

  @Test
  void launchersThatStartAtOnceBuildOnce() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/flock")), "no flock here");
    Files.delete(home.resolve("coordinator/target/gridclear.jar"));
    Map<String, String> environment = withMaven();
    List<Process> all = new ArrayList<>();
    for (int k = 0; k < 3; k++) {
      ProcessBuilder builder =
          new ProcessBuilder(home.resolve("gridclear").toString(), "--help")
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("out" + k).toFile());
      builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
      builder.environment().putAll(environment);
      all.add(builder.start());
    }
    for (Process each : all) {
      assertEquals(7, each.waitFor());
    }
    assertEquals(1, Files.readAllLines(folder.resolve("calls")).size());
  }

  /** A process that holds a jar open goes on with it, however the new one is written. */
  @Test
  void aBuildLeavesTheJarsOfRunningProcessesAsTheyAre() throws Exception {
    Path jar = home.resolve("coordinator/target/gridclear.jar");
    Files.writeString(jar, "old");
    age(jar, 50);
    Path held = Files.createLink(folder.resolve("held"), jar);
    Path source = home.resolve("coordinator/src/main/java/New.java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, "");
    Ended ended = launch(home.resolve("gridclear"), withMaven(), "--help");
    assertEquals(7, ended.code(), ended.err());
    assertEquals("new\n", Files.readString(jar));
    assertEquals("old", Files.readString(held));
    Ended again = launch(home.resolve("gridclear"), withMaven(), "--help");
    assertFalse(again.err().contains("building"), again.err());
  }

  @Test
  void whereConvertersWereBuiltTheyAreBuiltAnew() throws Exception {
    Path converters = home.resolve("converters/target/converters.jar");
    Files.createDirectories(converters.getParent());
    Files.writeString(converters, "old");
    Files.delete(home.resolve("bench/target/bench.jar"));
    launch(home.resolve("gridclear"), withMaven(), "--help");
    assertTrue(Files.readString(folder.resolve("calls")).contains("-Pconverters"));
    assertFalse(Files.exists(converters), "what was not built anew is not run");
  }

  @Test
  void aHeapSizeThatIsNoneIsAUsageError() throws Exception {
    Ended ended = launch(home.resolve("gridclear"), Map.of("GRIDCLEAR_XMX", "abc"), "--help");
    assertEquals(2, ended.code());
    assertTrue(ended.err().contains("GRIDCLEAR_XMX=abc is no heap size"), ended.err());
  }
}
