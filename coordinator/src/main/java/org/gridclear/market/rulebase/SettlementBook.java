package org.gridclear.market.rulebase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.gridclear.file.StoredFiles;
import org.gridclear.market.store.rule.RuleProposal;
import org.gridclear.settlement.register.RuleRegister;

/**
 * Hands the book of a market over to a settlement folder, with who proposed and approved it.
 *
 * @param rules the rules of the market
 * @param folder the settlement folder
 */
public record SettlementBook(RuleBase rules, Path folder) {
  private static final String FILE = "rules.yaml";

  /**
   * Writes the book that holds at a time, if one was ever approved.
   *
   * @param at the first moment of the month
   * @param replace whether another book that is there is replaced
   * @return the file, if it was written
   * @throws IllegalArgumentException if another book is there and may not be replaced
   */
  public Optional<Path> write(Instant at, boolean replace) {
    String kind = RuleKinds.SETTLEMENT_BOOK.kind();
    Optional<RuleVersion> version = rules.held(kind, "", at);
    if (version.isEmpty()) {
      return Optional.empty();
    }
    byte[] book = rules.kind(kind).content(version.get());
    Path file = folder.resolve(FILE);
    try {
      boolean there = Files.exists(file);
      if (there && java.util.Arrays.equals(Files.readAllBytes(file), book)) {
        return Optional.empty();
      }
      if (there && !replace) {
        throw new IllegalArgumentException(
            "The folder %s has another %s; --replace writes version %d of the market's."
                .formatted(folder, FILE, version.get().number()));
      }
      Files.createDirectories(folder);
      StoredFiles.replace(file, book);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    adopt(new String(book, StandardCharsets.UTF_8), version.get());
    return Optional.of(file);
  }

  private void adopt(String book, RuleVersion version) {
    RuleProposal proposal =
        rules.proposals(false).stream()
            .filter(each -> each.kind().equals(RuleKinds.SETTLEMENT_BOOK.kind()))
            .filter(each -> each.review().isPresent())
            .filter(each -> each.review().get().version().orElse(0) == version.number())
            .findFirst()
            .orElseThrow();
    new RuleRegister(folder)
        .adopt(
            book,
            proposal.made().by(),
            proposal.review().orElseThrow().by(),
            version.at().toString());
  }
}
