package org.gridclear.settlement.process;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.gridclear.settlement.process.ProcessState.StatementState;

/**
 * What a member does with its statements.
 *
 * @param process the process
 */
public record MemberDesk(SettlementProcess process) {
  private static final int YEARS = 2;
  private static final int PAPERS_MAX = 20;
  private static final int PAPER_BYTES_MAX = 10 << 20;
  private static final String PAPER_NAME = "[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,99}";

  /**
   * A member confirms its statement.
   *
   * @throws NoSuchSubjectException if it has no such statement
   * @throws ProcessConflictException if it is not unconfirmed
   */
  public void confirm(long publication, String member, String by) {
    process.happen(
        by,
        (state, now) -> {
          state.statement(publication, member);
          StatementState stands = state.state(state.publication(publication), member, now);
          if (stands != StatementState.UNCONFIRMED) {
            throw new ProcessConflictException(
                "The statement is %s; only one that is UNCONFIRMED is confirmed.%s"
                    .formatted(
                        stands,
                        stands == StatementState.DISPUTED ? " Withdraw the dispute first." : ""));
          }
          return new ProcessEvent.Confirmed(publication, member);
        });
  }

  /**
   * What is disputed.
   *
   * @param publication number of the publication
   * @param member the member
   * @param date operating day
   * @param entity entity of the statement
   * @param item item
   * @param claim what is wrong
   * @param papers what is attached, by name
   * @param nextPeriod whether it goes to the next period
   */
  public record Claim(
      long publication,
      String member,
      LocalDate date,
      String entity,
      String item,
      String claim,
      Map<String, byte[]> papers,
      boolean nextPeriod) {}

  /**
   * A member files a dispute.
   *
   * @return its number
   * @throws NoSuchSubjectException if the member has no such statement
   * @throws IllegalArgumentException if the statement has no such day, entity or item
   * @throws ProcessConflictException if the statement cannot be disputed any more
   */
  public long file(Claim claim, String by) {
    ExchangeDesk.words("claim", claim.claim(), true);
    process.ask(state -> state.statement(claim.publication(), claim.member()));
    Map<String, String> papers = papers(claim.papers());
    return process.happen(
        by,
        (state, now) -> {
          Publication publication = state.publication(claim.publication());
          StatementIndex.Entry entry = state.statement(claim.publication(), claim.member());
          subject(claim, publication, state.index(publication), entry);
          time(claim, publication, state, now);
          return new ProcessEvent.DisputeFiled(
              claim.publication(),
              claim.member(),
              claim.date(),
              claim.entity(),
              claim.item(),
              claim.claim(),
              papers,
              claim.nextPeriod(),
              process.deadlines().workingDaysAfter(now, state.rules().answerDays()));
        });
  }

  private Map<String, String> papers(Map<String, byte[]> given) {
    if (given.size() > PAPERS_MAX) {
      throw new IllegalArgumentException(
          "There are %d papers, at most %d are taken.".formatted(given.size(), PAPERS_MAX));
    }
    given.forEach(
        (name, bytes) -> {
          if (!name.matches(PAPER_NAME) || bytes.length > PAPER_BYTES_MAX) {
            throw new IllegalArgumentException(
                "The paper '%s' (%d bytes) must have a name of letters, digits, blanks, dots and dashes, and at most %d bytes."
                    .formatted(name, bytes.length, PAPER_BYTES_MAX));
          }
        });
    Map<String, String> hashes = new TreeMap<>();
    given.forEach((name, bytes) -> hashes.put(name, process.content().put(bytes)));
    return hashes;
  }

  private static void subject(
      Claim claim, Publication publication, StatementIndex index, StatementIndex.Entry entry) {
    if (!publication.act().isVoucher()) {
      throw new ProcessConflictException(
          "Publication %d is for information; dispute the statement of the month."
              .formatted(publication.number()));
    }
    if (!publication.covers(claim.date())) {
      throw new IllegalArgumentException(
          "The date (%s) must lie in %s to %s."
              .formatted(claim.date(), publication.act().from(), publication.act().to()));
    }
    if (!entry.entities().contains(claim.entity())) {
      throw new IllegalArgumentException(
          "The entity (%s) must be one of the statement: %s."
              .formatted(claim.entity(), entry.entities()));
    }
    if (!index.items().contains(claim.item())) {
      throw new IllegalArgumentException(
          "The item (%s) must be one of %s.".formatted(claim.item(), index.items()));
    }
  }

  private static void time(Claim claim, Publication publication, ProcessState state, Instant now) {
    StatementState stands = state.state(publication, claim.member(), now);
    boolean open = stands == StatementState.UNCONFIRMED || stands == StatementState.DISPUTED;
    if (stands == StatementState.REPLACED) {
      throw new ProcessConflictException(
          "The statement was replaced by an updated one; dispute that.");
    }
    if (!open && !claim.nextPeriod()) {
      throw new ProcessConflictException(
          "The statement is CONFIRMED and cannot be disputed any more; a later dispute goes to the"
              + " next period (nextPeriod).");
    }
    if (open && claim.nextPeriod()) {
      throw new ProcessConflictException(
          "The statement is %s: dispute it in this period.".formatted(stands));
    }
    Instant last = publication.act().to().plusYears(YEARS).atStartOfDay(ZoneOffset.UTC).toInstant();
    if (claim.nextPeriod() && now.isAfter(last)) {
      throw new ProcessConflictException(
          "%s is more than two years ago; nothing of it is settled again."
              .formatted(publication.act().to()));
    }
    boolean twice =
        state.disputes().stream()
            .filter(Dispute::isOpen)
            .map(Dispute::filed)
            .anyMatch(
                other ->
                    other.publication() == claim.publication()
                        && other.member().equals(claim.member())
                        && other.date().equals(claim.date())
                        && other.entity().equals(claim.entity())
                        && other.item().equals(claim.item()));
    if (twice) {
      throw new ProcessConflictException(
          "A dispute of %s, %s, %s is open already."
              .formatted(claim.date(), claim.entity(), claim.item()));
    }
  }

  /**
   * Its filer withdraws a dispute.
   *
   * @param member whose dispute it is
   */
  public void withdraw(long dispute, String member, String reason, String by) {
    ExchangeDesk.words("reason", reason, true);
    process.happen(
        by,
        (state, now) -> {
          Dispute.State stands = own(state, dispute, member).state();
          if (stands != Dispute.State.SUBMITTED && stands != Dispute.State.IN_PROCESS) {
            throw new ProcessConflictException(
                "Dispute %d is %s and cannot be withdrawn.".formatted(dispute, stands));
          }
          return new ProcessEvent.DisputeWithdrawn(dispute, reason);
        });
  }

  /** A dispute of a member: another's is as one that does not exist. */
  static Dispute own(ProcessState state, long number, String member) {
    return state.disputes().stream()
        .filter(each -> each.number() == number && each.filed().member().equals(member))
        .findFirst()
        .orElseThrow(() -> new NoSuchSubjectException("There is no dispute %d.".formatted(number)));
  }

  /**
   * Its filer does not accept the answer to a dispute.
   *
   * @param member whose dispute it is
   */
  public void refuse(long number, String member, String reason, String by) {
    ExchangeDesk.words("reason", reason, true);
    process.happen(
        by,
        (state, now) -> {
          Dispute dispute = own(state, number, member);
          if (dispute.state() != Dispute.State.ANSWERED || dispute.answer() == null) {
            throw new ProcessConflictException(
                "Dispute %d is %s: there is no answer to be refused."
                    .formatted(number, dispute.state()));
          }
          if (dispute.refusal() != null) {
            throw new ProcessConflictException(
                "An answer to dispute %d was refused once; this one is final.".formatted(number));
          }
          if (dispute.answer().outcome() == Act.Outcome.GRANTED || dispute.update() != 0) {
            throw new ProcessConflictException(
                "Dispute %d was granted%s; there is nothing to refuse."
                    .formatted(number, dispute.update() == 0 ? "" : " and the statement updated"));
          }
          if (dispute.refuseBy() != null && !now.isBefore(dispute.refuseBy())) {
            throw new ProcessConflictException(
                "The answer to dispute %d could be refused until %s."
                    .formatted(number, process.deadlines().clock().show(dispute.refuseBy())));
          }
          return new ProcessEvent.AnswerRefused(
              number,
              reason,
              process.deadlines().workingDaysAfter(now, state.rules().answerDays()));
        });
  }
}
