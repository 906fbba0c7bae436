package org.gridclear.settlement.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridclear.market.store.process.JournalRow;

/**
 * How the process stands after the rows of the journal that it was given. A function of them alone:
 * what depends on the time takes it as an argument.
 */
public final class ProcessState {
  private final Function<String, StatementIndex> indexes;
  private final Map<LocalDate, Checked> days = new TreeMap<>();
  private final Map<Long, Proposal> proposals = new TreeMap<>();
  private final Map<Long, Publication> publications = new TreeMap<>();
  private final Map<Long, Dispute> disputes = new TreeMap<>();
  private final Map<String, Confirmation> confirmations = new TreeMap<>();
  private ProcessRules rules = ProcessRules.STANDARD;

  /**
   * Nothing has happened.
   *
   * @param indexes statements of a publication by the hash of their list
   */
  ProcessState(Function<String, StatementIndex> indexes) {
    this.indexes = indexes;
  }

  /**
   * The last check of a day.
   *
   * @param day what was found
   * @param by who checked
   * @param at when
   */
  public record Checked(ProcessEvent.DayChecked day, String by, Instant at) {}

  /**
   * A confirmation.
   *
   * @param by the account
   * @param at when
   */
  public record Confirmation(String by, Instant at) {}

  /** How a statement stands (S-39). */
  public enum StatementState {
    /** Statistics of a day or a week, which nobody has to confirm. */
    INFORMATION,
    UNCONFIRMED,
    DISPUTED,
    CONFIRMED,
    /** An updated statement took its place. */
    REPLACED
  }

  /** Takes the next row. */
  void take(JournalRow row) {
    ProcessEvent event = EventCodec.event(row.kind(), row.content());
    if (event instanceof ProcessEvent.DayChecked day) {
      days.put(day.date(), new Checked(day, row.by(), row.at()));
    } else if (event instanceof ProcessEvent.Proposed proposed) {
      Act act = EventCodec.act(proposed);
      proposals.put(
          row.number(), new Proposal(row.number(), act, row.by(), row.at(), Optional.empty()));
    } else if (event instanceof ProcessEvent.Decided decided) {
      decide(decided, row);
    } else if (event instanceof ProcessEvent.Confirmed confirmed) {
      confirmations.put(
          key(confirmed.publication(), confirmed.member()), new Confirmation(row.by(), row.at()));
    } else {
      dispute(event, row);
    }
  }

  private void decide(ProcessEvent.Decided decided, JournalRow row) {
    Proposal proposal = Objects.requireNonNull(proposals.get(decided.proposal()));
    proposals.put(
        proposal.number(),
        proposal.decided(
            new Proposal.Decision(decided.approved(), row.by(), row.at(), decided.reason())));
    if (!decided.approved()) {
      return;
    }
    if (proposal.act() instanceof Act.RulesSet set) {
      rules = set.rules();
    } else if (proposal.act() instanceof Act.Answered answered) {
      change(answered.dispute(), old -> old.answered(answered, decided.deadline()));
    } else if (proposal.act() instanceof Act.Published published) {
      publications.put(
          proposal.number(),
          new Publication(proposal.number(), published, row.at(), decided.deadline()));
      for (long dispute : published.disputes()) {
        change(dispute, old -> old.updatedBy(proposal.number()));
      }
    }
  }

  private void dispute(ProcessEvent event, JournalRow row) {
    if (event instanceof ProcessEvent.DisputeFiled filed) {
      disputes.put(row.number(), Dispute.of(row.number(), filed, row.by(), row.at()));
    } else if (event instanceof ProcessEvent.DisputeTaken taken) {
      change(taken.dispute(), old -> old.in(Dispute.State.IN_PROCESS));
    } else if (event instanceof ProcessEvent.DisputeWithdrawn withdrawn) {
      change(withdrawn.dispute(), old -> old.in(Dispute.State.WITHDRAWN));
    } else if (event instanceof ProcessEvent.AnswerRefused refused) {
      change(refused.dispute(), old -> old.refused(refused.reason(), refused.answerBy()));
    }
  }

  private void change(long dispute, UnaryOperator<Dispute> how) {
    disputes.computeIfPresent(dispute, (number, old) -> how.apply(old));
  }

  private static String key(long publication, String member) {
    return publication + " " + member;
  }

  /** Rules that hold. */
  public ProcessRules rules() {
    return rules;
  }

  /** The last check of a day; a day without one was not checked. */
  public Optional<Checked> checked(LocalDate date) {
    return Optional.ofNullable(days.get(date));
  }

  /** All proposals, by number. */
  public List<Proposal> proposals() {
    return List.copyOf(proposals.values());
  }

  /**
   * A proposal.
   *
   * @throws NoSuchSubjectException if there is none of the number
   */
  public Proposal proposal(long number) {
    return found(proposals, number, "proposal");
  }

  private static <T> T found(Map<Long, T> all, long number, String what) {
    T one = all.get(number);
    if (one == null) {
      throw new NoSuchSubjectException("There is no %s %d.".formatted(what, number));
    }
    return one;
  }

  /** All publications that took effect, by number. */
  public Collection<Publication> publications() {
    return List.copyOf(publications.values());
  }

  /**
   * A publication.
   *
   * @throws NoSuchSubjectException if there is none of the number
   */
  public Publication publication(long number) {
    return found(publications, number, "publication");
  }

  /** The statements of a publication. */
  public StatementIndex index(Publication publication) {
    return indexes.apply(publication.act().index());
  }

  /**
   * The statement of a member.
   *
   * @throws NoSuchSubjectException if there is no such publication or it has none of the member
   */
  public StatementIndex.Entry statement(long publication, String member) {
    Publication of = publications.get(publication);
    return Optional.ofNullable(of)
        .flatMap(found -> index(found).of(member))
        .orElseThrow(
            () ->
                new NoSuchSubjectException(
                    "There is no statement %d of %s.".formatted(publication, member)));
  }

  /** All disputes, by number. */
  public List<Dispute> disputes() {
    return List.copyOf(disputes.values());
  }

  /**
   * A dispute.
   *
   * @throws NoSuchSubjectException if there is none of the number
   */
  public Dispute dispute(long number) {
    return found(disputes, number, "dispute");
  }

  private Stream<Dispute> disputes(long publication, String member) {
    return disputes.values().stream()
        .filter(each -> each.filed().publication() == publication)
        .filter(each -> each.filed().member().equals(member));
  }

  /** Who confirmed a statement; empty where nobody did, or silence. */
  public Optional<Confirmation> confirmation(long publication, String member) {
    return Optional.ofNullable(confirmations.get(key(publication, member)));
  }

  /** How a statement stands at a time. */
  public StatementState state(Publication publication, String member, Instant now) {
    if (!publication.act().isVoucher()) {
      return StatementState.INFORMATION;
    }
    if (replaced(publication, member)) {
      return StatementState.REPLACED;
    }
    if (confirmation(publication.number(), member).isPresent()) {
      return StatementState.CONFIRMED;
    }
    if (disputes(publication.number(), member).anyMatch(Dispute::holdsUp)) {
      return StatementState.DISPUTED;
    }
    return now.isBefore(confirmBy(publication, member))
        ? StatementState.UNCONFIRMED
        : StatementState.CONFIRMED;
  }

  private boolean replaced(Publication publication, String member) {
    return publications.values().stream()
        .filter(later -> later.number() > publication.number())
        .filter(later -> later.first() == publication.first() && later.act().updates() != 0)
        .anyMatch(later -> index(later).of(member).isPresent());
  }

  /** Until when a statement is to be confirmed: later after an answer that changes nothing. */
  public Instant confirmBy(Publication publication, String member) {
    List<Instant> times = new ArrayList<>(List.of(publication.confirmBy()));
    disputes(publication.number(), member)
        .filter(each -> !each.filed().nextPeriod() && each.state() == Dispute.State.ANSWERED)
        .map(Dispute::refuseBy)
        .forEach(times::add);
    return times.stream().max(Comparator.naturalOrder()).orElseThrow();
  }

  /** The last publication of a month and its corrections; empty if it is not published. */
  public Optional<Publication> lastOf(LocalDate firstDay) {
    return publications.values().stream()
        .filter(each -> each.act().isVoucher() || each.act().corrects())
        .filter(each -> each.act().from().equals(firstDay))
        .reduce((one, next) -> next);
  }

  /** Whether a statement was published to a member. */
  public boolean stated(String member) {
    return publications.values().stream().anyMatch(each -> index(each).of(member).isPresent());
  }

  /** Members that a publication has a statement of. */
  public Set<String> statedMembers() {
    return publications.values().stream()
        .flatMap(each -> index(each).statements().stream())
        .map(StatementIndex.Entry::member)
        .collect(Collectors.toSet());
  }

  /** The publication of a day, or of its month; empty while neither is published. */
  public Optional<Publication> published(LocalDate date) {
    return publications.values().stream()
        .filter(each -> each.act().kind() == Act.Kind.DAY || each.act().isVoucher())
        .filter(each -> each.covers(date))
        .findFirst();
  }

  /** What holds of a member on a day: its statement of the month, else of the week or day. */
  public Optional<Publication> inForce(String member, LocalDate date) {
    List<Publication> covering =
        publications.values().stream()
            .filter(each -> each.covers(date) && each.act().kind() != Act.Kind.RESETTLEMENT)
            .toList();
    Optional<Publication> voucher =
        covering.stream()
            .filter(each -> each.act().isVoucher())
            .filter(each -> each.act().updates() == 0 || index(each).of(member).isPresent())
            .reduce((one, next) -> next);
    return voucher.isPresent() ? voucher : covering.stream().reduce((one, next) -> next);
  }
}
