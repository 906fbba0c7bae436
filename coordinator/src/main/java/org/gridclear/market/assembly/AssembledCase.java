package org.gridclear.market.assembly;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.MarketDay;
import org.gridclear.market.check.CheckFinding;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.validate.Issue;

/**
 * A case and what it was made from.
 *
 * @param day the case
 * @param content its bytes in the format {@code gridclear-case}
 * @param manifest what it was made from
 * @param findings what the market's rules found that does not refuse it
 * @param late versions that were recorded after the gate and say that they were known at it
 * @param remarks warnings and notices about the case itself
 */
public record AssembledCase(
    MarketDay day,
    byte[] content,
    Manifest manifest,
    List<CheckFinding> findings,
    List<String> late,
    List<Issue> remarks) {
  public AssembledCase {
    findings = List.copyOf(findings);
    late = List.copyOf(late);
    remarks = List.copyOf(remarks);
  }

  /**
   * Cases that a market keeps, by their hash.
   *
   * @param market the market
   */
  public record Kept(MarketFolder market) {
    private static final String FORMAT = "\"format\" : \"gridclear-case\"";
    private static final int HEAD_BYTES = 100;

    /** A case as it is kept; nothing if what is kept under the hash is none. */
    public Optional<byte[]> find(String hash) {
      byte[] content;
      try {
        content = market.content().get(hash);
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
      int head = Math.min(HEAD_BYTES, content.length);
      return new String(content, 0, head, StandardCharsets.UTF_8).contains(FORMAT)
          ? Optional.of(content)
          : Optional.empty();
    }

    /** The day of a case; nothing if what is kept under the hash is none. */
    public Optional<MarketDay> day(String hash) {
      return find(hash).map(CaseFiles::unpack);
    }
  }
}
