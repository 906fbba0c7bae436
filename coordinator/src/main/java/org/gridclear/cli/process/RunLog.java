package org.gridclear.cli.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a command says on the error stream, line by line with the time, kept as a file: in the
 * output folder of a run as {@code run.log}, and where {@code --log} says.
 */
public final class RunLog implements AutoCloseable {
  /** The option that names a file. */
  public static final String OPTION = "--log";

  /** Its name in the output folder of a run. */
  static final String FILE = "run.log";

  /** A command that writes the output folder of a run. */
  public interface Run {
    /** The folder that was written; null if none was. */
    @Nullable Path written();
  }

  private final PrintStream before = System.err;
  private final Instant begun = Instant.now();
  private final @Nullable ByteArrayOutputStream kept;
  private final @Nullable OutputStream file;

  private RunLog(@Nullable ByteArrayOutputStream kept, @Nullable OutputStream file) {
    this.kept = kept;
    this.file = file;
  }

  /**
   * Begins a log.
   *
   * @param named the file that is asked for, appended to where it exists; null for none
   * @param ofRun whether the command writes the folder of a run
   * @param arguments the command line
   * @throws IllegalArgumentException if the file cannot be written
   */
  public static RunLog start(@Nullable Path named, boolean ofRun, String... arguments) {
    OutputStream file = null;
    try {
      file =
          named == null
              ? null
              : Files.newOutputStream(named, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new IllegalArgumentException("--log %s cannot be written: %s".formatted(named, e), e);
    }
    RunLog log = new RunLog(ofRun ? new ByteArrayOutputStream() : null, file);
    if (log.kept != null || log.file != null) {
      System.setErr(new PrintStream(log.new Tee(), true, StandardCharsets.UTF_8));
      log.line("gridclear " + String.join(" ", List.of(arguments)));
    }
    return log;
  }

  /** Writes the last line, and the log into the folder of a run. */
  public void ended(int code, @Nullable Path folder) throws IOException {
    if (kept == null && file == null) {
      return;
    }
    double seconds = Duration.between(begun, Instant.now()).toMillis() / 1e3;
    line("exit code %d after %.1f s".formatted(code, seconds));
    if (kept != null && folder != null) {
      Files.write(folder.resolve(FILE), kept.toByteArray());
    }
  }

  private synchronized void line(String text) {
    put((text + System.lineSeparator()).getBytes(StandardCharsets.UTF_8));
  }

  private void put(byte[] bytes) {
    try {
      keep((Instant.now().truncatedTo(ChronoUnit.MILLIS) + " ").getBytes(StandardCharsets.UTF_8));
      keep(bytes);
    } catch (IOException e) {
      before.println("gridclear: the log cannot be written: " + e.getMessage());
    }
  }

  private void keep(byte[] bytes) throws IOException {
    if (kept != null) {
      kept.write(bytes);
    }
    if (file != null) {
      file.write(bytes);
    }
  }

  @Override
  public void close() throws IOException {
    System.setErr(before);
    if (file != null) {
      file.close();
    }
  }

  /** The error stream, copied into the log with the time before each line. */
  private final class Tee extends OutputStream {
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      synchronized (RunLog.this) {
        before.write(bytes, from, length);
        for (int k = from; k < from + length; k++) {
          line.write(bytes[k]);
          if (bytes[k] == '\n') {
            put(line.toByteArray());
            line.reset();
          }
        }
      }
    }

    @Override
    public void flush() {
      before.flush();
    }
  }
}
