package org.gridclear.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import picocli.CommandLine.Help.Ansi;

/**
 * The overview of all commands, as it was printed when the program was made: to put it together
 * takes longer than everything else that a start does.
 */
final class Overview {
  private static final Set<String> ASKED = Set.of("--help", "-h");

  private Overview() {}

  /** Whether the arguments ask for it and for nothing else. */
  static boolean asked(String... arguments) {
    return arguments.length == 0 || arguments.length == 1 && ASKED.contains(arguments[0]);
  }

  /** The text for the output stream: in colour on a terminal, unless that is not wanted. */
  static String text() {
    return text(Ansi.AUTO.enabled());
  }

  /** The text, in colour or not. */
  static String text(boolean colour) {
    String file = colour ? "/cli/overview-colour.txt" : "/cli/overview.txt";
    try (InputStream in = Overview.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
