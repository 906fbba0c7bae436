package org.gridclear.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Runs commands as a shell would. */
public final class Shell {
  private Shell() {}

  /** Exit code, everything that was printed, and of it what went to the output stream. */
  public record Ended(int code, String text, String output) {}

  /** Runs a command that reads bytes on its standard input. */
  public static Ended reading(byte[] input, String... arguments) {
    InputStream in = System.in;
    System.setIn(new ByteArrayInputStream(input));
    try {
      return run(arguments);
    } finally {
      System.setIn(in);
    }
  }

  public static Ended run(String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    try (PrintStream both = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        PrintStream first = new PrintStream(new Twice(bytes, output), true)) {
      System.setOut(first);
      System.setErr(both);
      int code = GridClear.run(arguments);
      return new Ended(
          code, bytes.toString(StandardCharsets.UTF_8), output.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  private static final class Twice extends FilterOutputStream {
    private final ByteArrayOutputStream copy;

    Twice(ByteArrayOutputStream all, ByteArrayOutputStream copy) {
      super(all);
      this.copy = copy;
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
      copy.write(b);
    }

    @Override
    public void write(byte[] b, int from, int length) throws IOException {
      out.write(b, from, length);
      copy.write(b, from, length);
    }
  }
}
