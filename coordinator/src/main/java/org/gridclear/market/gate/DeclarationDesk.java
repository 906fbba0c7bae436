package org.gridclear.market.gate;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridclear.market.declaration.UnitRegister;
import org.gridclear.market.store.declaration.DeclarationLedger;
import org.gridclear.market.store.declaration.DeclarationStore;
import org.gridclear.market.store.declaration.StoredDeclaration;
import org.gridclear.market.store.declaration.StoredRefusal;

/**
 * Takes declarations: judges them at once, keeps them, and gives a receipt when they are on disk.
 */
public final class DeclarationDesk {
  /** Submissions of one commit. */
  private static final int GROUP_MOST = 256;

  private final DeclarationStore store;
  private final UnitRegister units;
  private final MarketParameters parameters;
  private final Clock clock;
  private final LastPrices lastPrices;
  private final GroupCommit<List<JudgedForm>, List<Outcome>> commits =
      new GroupCommit<>(this::write, GROUP_MOST);

  /**
   * A desk.
   *
   * @param store where declarations are kept
   * @param units who owns what
   * @param zone zone of time of the market
   * @param clock the time
   */
  public DeclarationDesk(DeclarationStore store, UnitRegister units, ZoneId zone, Clock clock) {
    this.store = store;
    this.units = units;
    this.clock = clock;
    this.parameters = new MarketParameters(store, zone, clock);
    this.lastPrices = new LastPrices(store);
  }

  /** What each market takes. */
  public MarketParameters parameters() {
    return parameters;
  }

  /**
   * Takes a submission. Each declaration is taken or refused by itself; one that is wrong as a
   * whole is refused as a whole. Whatever is accepted is on disk when this returns.
   */
  public Answer submit(Submission submission) {
    Instant arrivedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    SubmissionCheck check =
        new SubmissionCheck(submission, units.now(), parameters, lastPrices, arrivedAt);
    List<JudgedForm> judged = check.judge();
    return new Answer(check.whole(), judged.isEmpty() ? List.of() : commits.submit(judged));
  }

  private List<List<Outcome>> write(List<List<JudgedForm>> submissions) {
    return store.write(
        ledger -> {
          List<List<Outcome>> all = new ArrayList<>();
          for (List<JudgedForm> submission : submissions) {
            all.add(taken(submission, ledger));
          }
          return all;
        });
  }

  private static List<Outcome> taken(List<JudgedForm> submission, DeclarationLedger ledger) {
    return submission.stream().map(form -> new VersionChain(form, ledger).take()).toList();
  }

  /** A declaration that the account sees, by the number of its receipt. */
  public Optional<StoredDeclaration> find(Declarant by, long number) {
    return store.find(number).filter(each -> by.sees(each.market(), each.member()));
  }

  /** A refusal that the account sees, by its number. */
  public Optional<StoredRefusal> findRefusal(Declarant by, long number) {
    return store.findRefusal(number).filter(each -> by.sees(each.market(), each.member()));
  }

  /** All versions for a date that the account sees, by number. */
  public List<StoredDeclaration> list(Declarant by, String market, LocalDate date) {
    return store.ofDate(market, date).stream()
        .filter(each -> by.sees(each.market(), each.member()))
        .toList();
  }
}
