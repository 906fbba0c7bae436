package org.gridclear.market.fallback;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.MarketDay;
import org.gridclear.market.assembly.AssembledCase;
import org.gridclear.market.assembly.AssemblyRequest;
import org.gridclear.market.assembly.Manifest;
import org.gridclear.market.assembly.MarketAssembly;
import org.gridclear.market.store.MarketFolder;

/**
 * The case that should have been cleared.
 *
 * @param day the case
 * @param known up to when things had to be known that tell which days are like its date
 */
public record MissedCase(MarketDay day, Instant known) {
  /** Holds what a case was made from against something. */
  @FunctionalInterface
  public interface Check {
    /** Refuses it with an {@link IllegalArgumentException}. */
    void of(Manifest made) throws IOException;
  }

  /**
   * A case of a file, of which what is known now tells the rest.
   *
   * @throws IllegalArgumentException if it has no units
   */
  public static MissedCase ofFile(Path file, Instant now) {
    MarketDay day =
        CaseFiles.load(file.toString(), Path.of(""), Set.of())
            .day("%s has no units; give the whole case of the day.".formatted(file));
    return new MissedCase(day, now);
  }

  /**
   * A case that is assembled now as it was known at its gate.
   *
   * @throws IllegalArgumentException if it cannot be, or the check refuses it
   */
  public static MissedCase assembled(
      MarketFolder market, AssemblyRequest request, Clock clock, Instant now, Check check)
      throws IOException {
    AssembledCase made = MarketAssembly.of(market, clock).make(request, now);
    check.of(made.manifest());
    return new MissedCase(made.day(), request.gate().at());
  }
}
