package org.gridclear.cli.security;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.gridclear.check.CheckedNetwork;
import org.gridclear.check.ClearedPlan;
import org.gridclear.cli.option.StrictOption;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * What a check is about: the network of a file at its own operating point, or the periods of a
 * cleared plan (H-02, H-19), with other limits where they are given (H-18).
 */
final class CheckedGrid {
  @Option(
      names = "--limits",
      paramLabel = "FILE",
      description =
          "Other limits of devices: a CSV as 'show NETWORK limits --format csv' writes it, edited.")
  private @Nullable Path limits;

  @Option(
      names = "--periods",
      paramLabel = "FROM..TO",
      description = "Periods of a cleared case, counted from 1 (default: all).")
  private @Nullable String periods;

  @Option(
      names = "--case",
      paramLabel = "NAME",
      description = "Case of a cleared run, by its name or a part of it (default: first).")
  private @Nullable String caseName;

  /** Reads a file, a built-in network, or the folder of a cleared case or run. */
  CheckedNetwork read(String source, StrictOption strict) throws IOException {
    return read(Path.of(source), strict).limitedBy(limits);
  }

  private CheckedNetwork read(Path source, StrictOption strict) throws IOException {
    if (ClearedPlan.isAt(source)) {
      return new ClearedPlan(source, Objects.requireNonNullElse(caseName, ""), periods).read();
    }
    if (periods != null || caseName != null) {
      throw new IllegalArgumentException(
          "--periods and --case ask for a cleared case: name the --out folder of clear or study,"
              + " not '%s'.".formatted(source));
    }
    return CheckedNetwork.of(strict.load(source.toString()));
  }
}
