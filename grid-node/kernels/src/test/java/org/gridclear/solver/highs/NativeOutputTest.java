package org.gridclear.solver.highs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class NativeOutputTest {
  @TempDir Path folder;

  /** A process that prints as HiGHS does, and sends data. */
  static final class Printing {
    public static void main(String[] arguments) throws IOException {
      OutputStream data = NativeOutput.takeOver();
      NativeLibrary c = NativeLibrary.getInstance(Platform.C_LIBRARY_NAME);
      c.getFunction("puts").invokeInt(new Object[] {"printed past Java"});
      c.getFunction("fflush").invokeInt(new Object[] {Pointer.NULL});
      data.write("data".getBytes(StandardCharsets.US_ASCII));
      data.close();
    }
  }

  @Test
  void whatNativeCodePrintsLiesBesideTheData() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Printing.class.getName())
            .start();
    assertEquals("data", read(process.getInputStream().readAllBytes()));
    assertTrue(read(process.getErrorStream().readAllBytes()).contains("printed past Java"));
    assertEquals(0, process.waitFor());
  }

  @Test
  void whatAFileHoldsAlreadyStaysBeforeTheData() throws Exception {
    Path file = Files.writeString(folder.resolve("out"), "before ");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Printing.class.getName())
            .redirectOutput(ProcessBuilder.Redirect.appendTo(file.toFile()))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertEquals(0, process.waitFor());
    assertEquals("before data", Files.readString(file));
  }

  private static String read(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
