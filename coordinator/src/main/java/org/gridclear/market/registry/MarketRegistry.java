package org.gridclear.market.registry;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.gridclear.account.Actor;
import org.gridclear.market.parameter.RegistryLimitRules;
import org.gridclear.market.registry.Proposal.Decision;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.RegistryRows.AttachmentRow;
import org.gridclear.market.store.RegistryRows.ProposalRow;
import org.gridclear.market.store.RegistryRows.RecordRow;
import org.gridclear.market.store.RegistryRows.ReviewRow;
import org.gridclear.market.store.RegistryStore;
import org.gridclear.market.store.RegistryStore.Reading;
import org.gridclear.market.store.RegistryStore.Writing;
import org.gridclear.settlement.registration.Change;
import org.gridclear.settlement.registration.Change.Key;
import org.gridclear.settlement.registration.RegistryLimits;
import org.gridclear.settlement.registration.RegistryRules;
import org.gridclear.settlement.registration.RegistryRules.Judged;
import org.gridclear.settlement.registration.RegistryState;
import org.gridclear.settlement.registry.entry.Entry;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.Issue;
import org.gridclear.validate.Rule;

/**
 * The registry of a market. A change is proposed by one account and reviewed by
 * another; an approval makes the next revision, and every revision stays as it was.
 */
public final class MarketRegistry {
  private final RegistryStore store;
  private final Supplier<RegistryLimits> limits;
  private final Clock clock;
  private final ZoneId zone;

  /** The revision that was asked for last; revisions never change. */
  private volatile Revision shown = new Revision(0, RegistryState.EMPTY);

  /**
   * The registry of a market folder.
   *
   * @param market the open folder
   * @param limits parameters of the rules
   * @param clock the time
   */
  public MarketRegistry(MarketFolder market, RegistryLimits limits, Clock clock) {
    this(new RegistryStore(market.database()), () -> limits, clock, market.facts().zone());
  }

  /** The registry of a market folder, by the limits that hold at the time of each act. */
  public MarketRegistry(MarketFolder market, Clock clock) {
    this(
        new RegistryStore(market.database()),
        () -> new RegistryLimitRules(new PieceStore(market)).at(clock.instant()),
        clock,
        market.facts().zone());
  }

  /** A registry whose database lies apart. */
  MarketRegistry(RegistryStore store, Supplier<RegistryLimits> limits, Clock clock, ZoneId zone) {
    this.store = store;
    this.limits = limits;
    this.clock = clock;
    this.zone = zone;
  }

  private RegistryRules rules() {
    return new RegistryRules(limits.get());
  }

  /**
   * What somebody proposes.
   *
   * @param by who
   * @param note why
   * @param file where the changes were read, for messages
   * @param changes the changes
   * @param attachments files that belong to it: SHA-256 by name
   */
  public record Wanted(
      String by, String note, String file, List<Change> changes, Map<String, String> attachments) {}

  /**
   * What was proposed.
   *
   * @param number number of the proposal; empty if nothing would change
   * @param changed things that would change
   * @param unchanged records and exits that are registered already
   * @param warnings what a reviewer should look at
   */
  public record Proposed(OptionalLong number, int changed, int unchanged, List<Issue> warnings) {}

  /**
   * Keeps a proposal; nothing holds before it is approved.
   *
   * @throws InvalidInputException with every issue, if a rule is broken
   * @throws IllegalArgumentException if the name is none
   */
  public Proposed propose(Wanted wanted) {
    String by = AccountName.kept(wanted.by());
    return store.write(
        writing -> {
          RegistryState before = revision(writing, writing.revision()).state();
          Judged judged = rules().judge(wanted.file(), before, wanted.changes(), today());
          List<Issue> issues = new ArrayList<>(judged.issues());
          Set<Key> keys = judged.plan().changed().keySet();
          issues.addAll(others(writing, wanted.file(), keys));
          if (judged.refused()) {
            throw new InvalidInputException(issues);
          }
          OptionalLong number = OptionalLong.empty();
          if (!keys.isEmpty()) {
            number =
                OptionalLong.of(
                    writing.add(row(wanted, by, keys, EntryRows.revisions(writing.things()))));
          }
          return new Proposed(number, keys.size(), judged.plan().unchanged(), List.copyOf(issues));
        });
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS);
  }

  /** Other open proposals of the same things: the later approval will be refused. */
  private static List<Issue> others(Reading reading, String file, Set<Key> keys) {
    List<Issue> issues = new ArrayList<>();
    for (ProposalRow row : reading.proposals(true)) {
      Set<Key> both = new TreeSet<>(EntryRows.proposal(row, Optional.empty()).bases().keySet());
      both.retainAll(keys);
      for (Key key : both) {
        issues.add(
            new Issue(
                Rule.PROPOSED_ALONE,
                file,
                key.toString(),
                "",
                "proposal " + row.number(),
                "%s proposed it; when one of the two is approved the other must be proposed anew."
                    .formatted(row.by())));
      }
    }
    return issues;
  }

  /** Changes of things that stay as they are take no part. */
  private ProposalRow row(Wanted wanted, String by, Set<Key> keys, Map<Key, Long> revisions) {
    return new ProposalRow(
        0,
        by,
        now(),
        wanted.note(),
        wanted.attachments().entrySet().stream()
            .map(each -> new AttachmentRow(each.getKey(), each.getValue()))
            .toList(),
        wanted.changes().stream()
            .filter(change -> keys.contains(change.key()))
            .map(change -> EntryRows.row(change, revisions.getOrDefault(change.key(), 0L)))
            .toList());
  }

  /**
   * What a reviewer wants.
   *
   * @param proposal number of the proposal
   * @param decision what is decided
   * @param by who decides
   * @param reason why; needed to reject
   */
  public record ReviewWanted(long proposal, Decision decision, String by, String reason) {}

  /**
   * Approves or rejects a proposal; an approval makes the next revision of the registry.
   *
   * @return the proposal with its review
   * @throws ChangedSinceException if it was reviewed already, or a thing of it was changed since
   * @throws InvalidInputException if a rule would be broken by now
   * @throws IllegalArgumentException if there is none, its proposer reviews it, or a reason lacks
   */
  public Proposal review(ReviewWanted wanted) {
    String by = AccountName.kept(wanted.by());
    return store.write(
        writing -> {
          Proposal proposal = existing(writing, wanted.proposal());
          check(proposal, wanted, by);
          ReviewRow review =
              new ReviewRow(
                  proposal.number(),
                  wanted.decision().name(),
                  by,
                  now(),
                  wanted.reason().strip(),
                  OptionalLong.empty());
          if (wanted.decision() == Decision.APPROVED) {
            writing.approve(review, approved(writing, proposal));
          } else {
            writing.add(review);
          }
          return existing(writing, wanted.proposal());
        });
  }

  private static Proposal existing(Reading reading, long number) {
    return reading
        .proposal(number)
        .map(row -> EntryRows.proposal(row, reading.review(number)))
        .orElseThrow(() -> new NoSuchRecordException("There is no proposal %d.".formatted(number)));
  }

  private static void check(Proposal proposal, ReviewWanted wanted, String by) {
    proposal
        .review()
        .ifPresent(
            done -> {
              throw new ChangedSinceException(
                  "Proposal %d was %s by %s already."
                      .formatted(proposal.number(), done.decision().label(), done.by()));
            });
    if (Actor.same(proposal.by(), by)) {
      throw new IllegalArgumentException(
          "Proposal %d is of %s: somebody else reviews it."
              .formatted(proposal.number(), proposal.by()));
    }
    if (wanted.decision() == Decision.REJECTED && wanted.reason().isBlank()) {
      throw new IllegalArgumentException("Who rejects a proposal says why.");
    }
  }

  private List<RecordRow> approved(Writing writing, Proposal proposal) {
    Map<Key, Long> revisions = EntryRows.revisions(writing.things());
    proposal
        .bases()
        .forEach(
            (key, base) -> {
              long newest = revisions.getOrDefault(key, 0L);
              if (newest != base) {
                throw new ChangedSinceException(
                    "The %s was changed by revision %d after proposal %d was made: propose it anew."
                        .formatted(key, newest, proposal.number()));
              }
            });
    Judged judged =
        rules()
            .judge(
                "proposal " + proposal.number(),
                revision(writing, writing.revision()).state(),
                proposal.changes(),
                today());
    if (judged.refused()) {
      throw new InvalidInputException(judged.issues());
    }
    return judged.plan().changed().values().stream()
        .flatMap(Collection::stream)
        .map(EntryRows::row)
        .toList();
  }

  /** A proposal, and what a reviewer should look at if it is open. */
  public record Shown(Proposal proposal, List<Issue> issues) {}

  /**
   * A proposal as a reviewer sees it.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Shown proposal(long number) {
    return store.read(
        reading -> {
          Proposal proposal = existing(reading, number);
          if (proposal.review().isPresent()) {
            return new Shown(proposal, List.of());
          }
          RegistryState before = revision(reading, reading.revision()).state();
          LocalDate day = LocalDate.ofInstant(proposal.at().toInstant(), zone);
          String file = "proposal " + number;
          return new Shown(proposal, rules().judge(file, before, proposal.changes(), day).issues());
        });
  }

  /** Proposals by number; those that nobody has reviewed alone where {@code open}. */
  public List<Proposal> proposals(boolean open) {
    return store.read(
        reading -> {
          Map<Long, ReviewRow> reviews = new TreeMap<>();
          reading.reviews().forEach(review -> reviews.put(review.proposal(), review));
          return reading.proposals(open).stream()
              .map(row -> EntryRows.proposal(row, Optional.ofNullable(reviews.get(row.number()))))
              .toList();
        });
  }

  /**
   * Everything that was registered at a revision.
   *
   * @param revision which one
   * @param state records
   */
  public record Revision(long revision, RegistryState state) {}

  /** The number of the newest revision; 0 before the first. */
  public long newest() {
    return store.read(Reading::revision);
  }

  /**
   * The registry.
   *
   * @param revision which revision; the newest where empty
   * @throws IllegalArgumentException if there is none of this number
   */
  public Revision at(OptionalLong revision) {
    return store.read(
        reading -> {
          long newest = reading.revision();
          long asked = revision.orElse(newest);
          if (asked < 0 || asked > newest) {
            throw new NoSuchRecordException(
                "There is no revision %d; the newest is %d.".formatted(asked, newest));
          }
          return revision(reading, asked);
        });
  }

  private Revision revision(Reading reading, long asked) {
    Revision last = shown;
    if (last.revision() != asked) {
      last = new Revision(asked, EntryRows.state(reading.records(asked)));
      shown = last;
    }
    return last;
  }

  /**
   * A record and how it came about.
   *
   * @param entry the record
   * @param proposal the proposal that the revision is of
   * @param replaced whether a later revision has other records of the thing
   */
  public record Version(Entry entry, Proposal proposal, boolean replaced) {}

  /**
   * Every record that a thing ever had, by revision and first day; none if there was never
   * such a thing.
   */
  public List<Version> history(Key key) {
    return store.read(
        reading -> {
          List<RecordRow> rows = reading.history(key.kind().label(), key.id());
          Map<Long, Proposal> of = new TreeMap<>();
          for (ReviewRow review : rows.isEmpty() ? List.<ReviewRow>of() : reading.reviews()) {
            long revision = review.revision().orElse(-1);
            if (rows.stream().anyMatch(row -> row.revision() == revision)) {
              of.put(revision, existing(reading, review.proposal()));
            }
          }
          long newest = rows.stream().mapToLong(RecordRow::revision).max().orElse(0);
          return rows.stream()
              .map(
                  row ->
                      new Version(
                          EntryRows.entry(row),
                          Objects.requireNonNull(of.get(row.revision())),
                          row.revision() < newest))
              .toList();
        });
  }
}
