package org.gridclear.report.settlement;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.gridclear.account.Actor;
import org.gridclear.run.StudyRuns;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.close.ShadowRun;
import org.gridclear.settlement.register.BookFile;
import org.gridclear.settlement.register.RuleRegister;

/** A book tried on a closed month, and proposed or approved once that was seen. */
public final class BookShadow implements AutoCloseable {
  private final CloseFolder close;
  private final BookFile book;

  private BookShadow(CloseFolder close, BookFile book) {
    this.close = close;
    this.book = book;
  }

  /**
   * Opens the close, after the book was read.
   *
   * @throws org.gridclear.validate.InvalidInputException if the book is wrong
   */
  public static BookShadow open(Path folder, Path file) throws IOException {
    BookFile book = BookFile.read(file);
    return new BookShadow(CloseFolder.open(folder), book);
  }

  /**
   * What the book would have changed.
   *
   * @param lines in words
   * @param billable whether bills could be made
   */
  public record Seen(List<String> lines, boolean billable) {}

  /** Settles the month again by the book. */
  public Seen run(StudyRuns runs) {
    ShadowRun shadow = ShadowRun.of(close, book.book(), runs, handle -> handle.result().join());
    return new Seen(ShadowText.lines(shadow, close), shadow.closed().billable());
  }

  /**
   * Proposes the book for the settlement folder of the close, or approves it there.
   *
   * @return what was done, for a person
   * @throws IllegalArgumentException if it is approved and nobody else proposed it
   */
  public String decide(Actor actor, boolean approve, Clock clock) throws Exception {
    RuleRegister register = new RuleRegister(Path.of(close.record().source()));
    String detail = "book %s of %s".formatted(book.hash(), close.path());
    String text = book.text();
    String time = clock.instant().toString();
    if (!approve) {
      actor.perform("settle rules propose", detail, () -> register.propose(text, actor, time));
      return "Proposed by %s; a second person approves with --approve.".formatted(actor.name());
    }
    actor.perform("settle rules approve", detail, () -> register.approve(text, actor, time));
    return "Approved by %s; the next run takes it.".formatted(actor.name());
  }

  @Override
  public void close() {
    close.close();
  }
}
