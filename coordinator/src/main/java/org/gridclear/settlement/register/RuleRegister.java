package org.gridclear.settlement.register;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.gridclear.account.Actor;
import org.gridclear.file.StoredFiles;
import org.gridclear.work.Hashes;

/**
 * Proposals and approvals of books in a settlement folder: {@code rules.csv} is only ever added to.
 * A book that a second person approved becomes {@code rules.yaml}, which the next run reads.
 *
 * @param folder settlement folder
 */
public record RuleRegister(Path folder) {
  private static final String HEADER = "time,who,step,book";

  /** Name of a book by its text. */
  public static String hash(String text) {
    return new Hashes().add(text).hex();
  }

  /** Notes that somebody proposes a book after its shadow run. */
  public void propose(String text, Actor who, String time) {
    register().add(time, who.name(), "propose", hash(text));
  }

  /**
   * Publishes a book.
   *
   * @throws IllegalArgumentException if nobody else proposed this very text; with accounts, if who
   *     proposed it is none
   */
  public void approve(String text, Actor who, String time) {
    String hash = hash(text);
    Optional<String> proposer =
        register().rows().stream()
            .filter(cells -> cells.length == 4 && cells[2].equals("propose"))
            .filter(cells -> cells[3].equals(hash))
            .map(cells -> cells[1])
            .reduce((first, last) -> last);
    if (proposer.isEmpty()) {
      throw new IllegalArgumentException(
          "Nobody proposed this book; run it without --approve first, so that its shadow run is"
              + " seen.");
    }
    if (Actor.same(proposer.get(), who.name())) {
      throw new IllegalArgumentException(
          "%s proposed this book; a second person approves it.".formatted(proposer.get()));
    }
    who.requireAccount(proposer.get());
    try {
      StoredFiles.replace(folder.resolve("rules.yaml"), text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    register().add(time, who.name(), "approve", hash);
  }

  /** Notes a book that two accounts of a market agreed on, where it is not noted yet. */
  public void adopt(String text, String proposer, String approver, String time) {
    if (!approved(text)) {
      register().add(time, proposer, "propose", hash(text));
      register().add(time, approver, "approve", hash(text));
    }
  }

  /** Whether a second person approved a book. */
  public boolean approved(String text) {
    String hash = hash(text);
    return register().rows().stream()
        .anyMatch(
            cells -> cells.length == 4 && cells[2].equals("approve") && cells[3].equals(hash));
  }

  private AppendOnly register() {
    return new AppendOnly(folder.resolve("rules.csv"), HEADER);
  }
}
