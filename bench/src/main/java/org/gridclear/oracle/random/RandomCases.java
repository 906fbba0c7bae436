package org.gridclear.oracle.random;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.MarketDay;
import tools.jackson.databind.json.JsonMapper;

/** Small random cases, written in the case format and read as a user's file is. */
public final class RandomCases {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int MINUTES_OF_WHOLE_DAY = 360;

  /** Families of the market that a day draws constraints of; lead times are no part of one. */
  private static final List<ConstraintFamily> DRAWN =
      Stream.of(ConstraintFamily.values())
          .filter(family -> family != ConstraintFamily.LEAD_TIMES)
          .toList();

  private RandomCases() {}

  /** The case of a seed with these families; equal arguments give equal cases. */
  public static MarketDay of(Set<Family> families, long seed) {
    return read(JSON.writeValueAsString(RandomDocument.of(new RandomDay(families, seed))));
  }

  /** The same as a case of the day-ahead market; in one of ten a constraint family is off. */
  public static ClearingCase clearingCase(Set<Family> families, long seed) {
    SplittableRandom random = new SplittableRandom(seed ^ 0xBF58476D1CE4E5B9L);
    Set<ConstraintFamily> off =
        random.nextInt(10) == 0 ? Set.of(DRAWN.get(random.nextInt(DRAWN.size()))) : Set.of();
    return new ClearingCase("seed " + seed, of(families, seed), off);
  }

  /** A whole day of a seed with these families, in periods of six hours. */
  public static ClearingCase wholeDay(Set<Family> families, long seed) {
    RandomDay day = new RandomDay(families, seed, MINUTES_OF_WHOLE_DAY);
    return ClearingCase.of(read(JSON.writeValueAsString(RandomDocument.of(day))));
  }

  /**
   * The families of a seed: up to three, and sometimes none.
   *
   * @param among those to choose from
   */
  public static Set<Family> families(List<Family> among, long seed) {
    SplittableRandom random = new SplittableRandom(seed ^ 0x5DEECE66DL);
    Set<Family> chosen = new TreeSet<>();
    for (int k = 0; k < 3; k++) {
      chosen.add(among.get(random.nextInt(among.size())));
    }
    return chosen;
  }

  /** Reads a case of the product's format. */
  public static MarketDay read(String json) {
    try {
      Path file = Files.createTempFile("gridclear-oracle", ".json");
      try {
        Files.writeString(file, json);
        CaseFiles.Loaded loaded =
            CaseFiles.load(
                file.getFileName().toString(), Objects.requireNonNull(file.getParent()), Set.of());
        return ((CaseFiles.Content.WholeDay) loaded.content()).day();
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
