package org.gridclear.marketfile;

import java.util.List;
import org.gridclear.marketfile.FileCheck.Found;
import org.gridclear.solver.LinearSolver;
import tools.jackson.databind.JsonNode;

/** Random files of a format, cleared and compared one by one. */
public final class RandomChecks {
  private final FileCheck check;
  private final RandomFiles.Format format;

  /**
   * Checks of one format.
   *
   * @param format {@code unit-commitment-jl}, {@code pglib-uc} or {@code egret}
   * @param solver solves both programs
   * @throws IllegalArgumentException if there is no such format
   */
  public RandomChecks(String format, LinearSolver solver) {
    this.format =
        RandomFiles.Format.valueOf(format.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    this.check = new FileCheck(solver);
  }

  /** Names of the formats. */
  public static List<String> formats() {
    return List.of("unit-commitment-jl", "pglib-uc", "egret");
  }

  /** Draws the file of a seed, clears it and compares. */
  public Found check(long seed) {
    return check.check(file(seed));
  }

  /** The file of a seed. */
  public JsonNode file(long seed) {
    return format.file(seed);
  }
}
