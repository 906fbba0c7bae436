package org.gridclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A solver that prints by itself, as HiGHS does now and then, prints beside the data. */
@DisabledOnOs(OS.WINDOWS)
class CleanOutputTest {
  private static final String NOISE = "HighsMipSolverData::printed past Java";

  @TempDir Path folder;

  /** The program in a process in which native code prints before it ends. */
  static final class Noisy {
    public static void main(String[] arguments) {
      Runtime.getRuntime().addShutdownHook(new Thread(Noisy::print));
      GridClear.main(arguments);
    }

    private static void print() {
      NativeLibrary c = NativeLibrary.getInstance(Platform.C_LIBRARY_NAME);
      c.getFunction("puts").invokeInt(new Object[] {NOISE});
      c.getFunction("fflush").invokeInt(new Object[] {Pointer.NULL});
    }
  }

  @Test
  void jsonOnTheOutputStreamIsNothingButJson() throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(flag -> flag.startsWith("--add-"))
        .forEach(command::add);
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Noisy.class.getName()));
    command.addAll(List.of("clear", "ieee14", "--periods", "1", "--format", "json", "--out"));
    command.add(folder.resolve("x").toString());
    Path out = folder.resolve("output");
    Path err = folder.resolve("error");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertEquals(0, process.waitFor(), () -> read(err));
    assertEquals(
        Json.MAPPER.readTree(Files.readAllBytes(folder.resolve("x/summary.json"))),
        Json.MAPPER.readTree(read(out)));
    assertTrue(read(err).contains(NOISE), read(err));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
