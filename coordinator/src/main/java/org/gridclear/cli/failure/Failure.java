package org.gridclear.cli.failure;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.SocketException;
import java.nio.file.FileSystemException;
import java.util.Objects;
import java.util.Optional;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.market.store.site.ChangeLog;
import org.gridclear.run.GridRefusedException;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.IssueText;
import org.gridclear.worker.api.MissingDataException;
import org.gridclear.worker.ignite.probe.GridUnreachableException;

/** What is said of a command that failed, and its exit code. */
public final class Failure {
  private Failure() {}

  /**
   * Says what went wrong.
   *
   * @param failure what the command threw
   * @param err the error stream
   * @return the exit code: bad input where who called can mend it, else internal
   */
  public static int said(Exception failure, PrintWriter err) {
    if (failure instanceof InvalidInputException invalid) {
      print(invalid, err);
      return ExitCodes.BAD_INPUT;
    }
    if (failure instanceof IllegalArgumentException) {
      err.println("gridclear: " + failure.getMessage());
      return ExitCodes.BAD_INPUT;
    }
    Throwable cause = failure instanceof IOException ? failure : failure.getCause();
    if (cause instanceof IOException) {
      Optional<String> advice = UnusableFile.advice(cause);
      err.println("gridclear: " + advice.orElseGet(() -> words(cause)));
      return advice.isPresent() ? ExitCodes.BAD_INPUT : ExitCodes.INTERNAL;
    }
    Optional<String> refused = ChangeLog.refusal(failure);
    if (refused.isPresent()) {
      err.println("gridclear: " + refused.get());
      return ExitCodes.BAD_INPUT;
    }
    if (failure instanceof MissingDataException
        || failure instanceof GridRefusedException
        || failure instanceof GridUnreachableException) {
      err.println("gridclear: " + failure.getMessage());
      return ExitCodes.INTERNAL;
    }
    err.println("gridclear: internal error: " + failure);
    failure.printStackTrace(err);
    return ExitCodes.INTERNAL;
  }

  private static String words(Throwable cause) {
    if (cause instanceof FileSystemException file && file.getReason() == null) {
      return "%s (%s)".formatted(file.getFile(), cause.getClass().getSimpleName());
    }
    if (cause instanceof SocketException) {
      return "another machine cannot be reached: "
          + Objects.requireNonNullElse(cause.getMessage(), "no connection");
    }
    return "a file cannot be read or written: " + cause.getMessage();
  }

  private static void print(InvalidInputException invalid, PrintWriter err) {
    err.println(
        "gridclear: the input cannot be used; %d issue(s):".formatted(invalid.issues().size()));
    IssueText.lines(invalid.issues()).forEach(line -> err.println("  " + line));
  }
}
