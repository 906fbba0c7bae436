package org.gridclear.market.rulebase;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.gridclear.account.Actor;
import org.gridclear.market.intake.Recording;
import org.gridclear.market.store.ContentStore;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.rule.RuleProposal;
import org.gridclear.market.store.rule.RuleStore;
import org.gridclear.validate.UnknownNameException;

/**
 * The rules of a market. One account proposes, another reviews; what was approved holds from its
 * time on, for everybody who asks, without a restart.
 */
public final class RuleBase {
  private static final int NAME_MOST = 64;

  private final List<RuleKind> kinds;
  private final RuleStore store;
  private final ContentStore content;
  private final Clock clock;

  /** The rules of a market. */
  public RuleBase(MarketFolder market, Clock clock) {
    this.kinds = RuleKinds.of(market);
    this.store = new RuleStore(market.database());
    this.content = market.content();
    this.clock = clock;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** All kinds. */
  public List<RuleKind> kinds() {
    return kinds;
  }

  /**
   * A kind.
   *
   * @throws UnknownNameException if there is none of the label
   */
  public RuleKind kind(String label) {
    return kinds.stream()
        .filter(kind -> kind.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new UnknownNameException(
                    "kind of rules", label, kinds.stream().map(RuleKind::label).toList()));
  }

  /**
   * What holds.
   *
   * @param version its version; empty for what holds where nothing was set
   * @param content the rules
   */
  public record InForce(Optional<RuleVersion> version, byte[] content) {}

  /**
   * The rules that hold at a time.
   *
   * @param id of what, where there are several of the kind; "" else
   * @throws IllegalArgumentException if none hold
   */
  public InForce at(String label, String id, Instant time) {
    RuleKind kind = kind(label);
    Optional<RuleVersion> version = held(label, id, time);
    return new InForce(
        version,
        version
            .map(kind::content)
            .or(kind::standard)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "No %s%s hold at %s."
                            .formatted(label, id.isEmpty() ? "" : " of " + id, time))));
  }

  /** The version that holds at a time; empty for what holds where nothing was set. */
  Optional<RuleVersion> held(String label, String id, Instant time) {
    return kind(label).versions().stream()
        .filter(each -> each.id().equals(id))
        .filter(each -> !each.from().isAfter(time) && !each.at().isAfter(time))
        .max(Comparator.comparing(RuleVersion::from).thenComparing(RuleVersion::number));
  }

  /**
   * The rules of a version.
   *
   * @param number its number; 0 for what holds where nothing was set
   * @throws IllegalArgumentException if there is none
   */
  public byte[] version(String label, String id, int number) {
    RuleKind kind = kind(label);
    Optional<byte[]> found =
        number == 0
            ? kind.standard()
            : kind.versions().stream()
                .filter(each -> each.id().equals(id) && each.number() == number)
                .findFirst()
                .map(kind::content);
    return found.orElseThrow(
        () ->
            new IllegalArgumentException(
                "There is no version %d of %s%s; see gridclear rules list."
                    .formatted(number, label, id.isEmpty() ? "" : " " + id)));
  }

  /**
   * What somebody proposes.
   *
   * @param kind label of the kind of rules
   * @param content YAML or JSON
   * @param name of the file, for what is told
   * @param from from when they are to hold; empty for their approval, or for what they say
   * @param by the account
   * @param note why
   */
  public record Wanted(
      String kind, byte[] content, String name, Optional<Instant> from, String by, String note) {}

  /**
   * Keeps a proposal; nothing holds before it is approved.
   *
   * @throws IllegalArgumentException with all that is wrong with it, or if it changes nothing
   */
  public RuleProposal propose(Wanted wanted) {
    RuleKind kind = kind(wanted.kind());
    String by = name(wanted.by());
    byte[] kept = kind.kept(wanted.content(), wanted.name());
    String id = kind.idOf(kept);
    if (kind.fromOf(kept).isPresent() && wanted.from().isPresent()) {
      throw new IllegalArgumentException(
          "%s say themselves from when they hold; leave --from out.".formatted(wanted.kind()));
    }
    wanted.from().ifPresent(this::refusePast);
    int base = last(kind, id);
    if ((base > 0 || kind.standard().isPresent())
        && Arrays.equals(version(wanted.kind(), id, base), kept)) {
      throw new IllegalArgumentException(
          "That is what version %d of %s says already.".formatted(base, wanted.kind()));
    }
    return store.add(
        new RuleProposal(
            0,
            kind.label(),
            id,
            base,
            content.put(kept),
            wanted.from(),
            new RuleProposal.Made(by, now(), wanted.note()),
            Optional.empty()));
  }

  private static String name(String name) {
    String kept = name.strip();
    if (kept.isEmpty() || kept.length() > NAME_MOST) {
      throw new IllegalArgumentException(
          "Say who does it, in 1 to %d characters: '%s' is no name.".formatted(NAME_MOST, kept));
    }
    return kept;
  }

  private void refusePast(Instant from) {
    if (from.isBefore(now())) {
      throw new IllegalArgumentException(
          "Rules cannot hold from %s on: it is %s.".formatted(from, now()));
    }
  }

  /** Number of the last version; 0 for none. */
  private static int last(RuleKind kind, String id) {
    return kind.versions().stream()
        .filter(each -> each.id().equals(id))
        .mapToInt(RuleVersion::number)
        .max()
        .orElse(0);
  }

  /** Proposals by number; those without a review alone where {@code open}. */
  public List<RuleProposal> proposals(boolean open) {
    return store.all().stream()
        .filter(each -> !open || each.review().isEmpty())
        .collect(Collectors.toList());
  }

  /**
   * A proposal.
   *
   * @throws IllegalArgumentException if there is none
   */
  public RuleProposal proposal(long number) {
    return store.find(number).orElseThrow(() -> unknown(number));
  }

  private static NoSuchProposalException unknown(long number) {
    return new NoSuchProposalException(
        "There is no proposal %d; see gridclear rules review.".formatted(number));
  }

  /** The rules that are proposed. */
  public byte[] proposed(RuleProposal proposal) {
    return content.get(proposal.contentHash());
  }

  /** What a proposal changes against the version that it was made from, in words. */
  public List<String> changes(RuleProposal proposal) {
    RuleKind kind = kind(proposal.kind());
    byte[] before =
        proposal.base() == 0
            ? kind.standard().orElse("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8))
            : version(proposal.kind(), proposal.id(), proposal.base());
    return RuleDifference.between(before, proposed(proposal));
  }

  /**
   * What a second account decides.
   *
   * @param number number of the proposal
   * @param approved whether it is to hold
   * @param by the account
   * @param reason why; needed to reject
   */
  public record ReviewWanted(long number, boolean approved, String by, String reason) {}

  /**
   * Approves or rejects a proposal.
   *
   * @throws StaleProposalException if another version was approved since it was made, if it was
   *     reviewed already, or if its time has passed
   * @throws IllegalArgumentException if the account proposed it itself, or there is none
   */
  public RuleProposal review(ReviewWanted wanted) {
    String by = name(wanted.by());
    if (!wanted.approved() && wanted.reason().isBlank()) {
      throw new IllegalArgumentException("Say why it is rejected: --reason.");
    }
    return store
        .review(wanted.number(), proposal -> judged(proposal, wanted, by))
        .orElseThrow(() -> unknown(wanted.number()));
  }

  private RuleProposal.Review judged(RuleProposal proposal, ReviewWanted wanted, String by) {
    if (proposal.review().isPresent()) {
      throw new StaleProposalException(
          "Proposal %d was %s by %s already."
              .formatted(proposal.number(), proposal.state(), proposal.review().get().by()));
    }
    if (Actor.same(proposal.made().by(), by)) {
      throw new IllegalArgumentException(
          "%s proposed it; another account reviews it.".formatted(proposal.made().by()));
    }
    Instant now = now();
    OptionalInt version =
        wanted.approved() ? OptionalInt.of(enacted(proposal, by, now)) : OptionalInt.empty();
    return new RuleProposal.Review(wanted.approved(), by, now, wanted.reason(), version);
  }

  private int enacted(RuleProposal proposal, String by, Instant now) {
    RuleKind kind = kind(proposal.kind());
    int last = last(kind, proposal.id());
    if (last != proposal.base()) {
      throw new StaleProposalException(
          "Proposal %d changes version %d of %s, but version %d holds by now; propose it anew."
              .formatted(proposal.number(), proposal.base(), proposal.kind(), last));
    }
    if (proposal.validFrom().filter(from -> from.isBefore(now)).isPresent()) {
      throw new StaleProposalException(
          "Proposal %d was to hold from %s on, which has passed; propose it anew."
              .formatted(proposal.number(), proposal.validFrom().get()));
    }
    byte[] kept = proposed(proposal);
    Instant from = kind.fromOf(kept).or(proposal::validFrom).orElse(now);
    return kind.enact(kept, from, new Recording(by, now));
  }

  /**
   * Sets rules for one account alone, which hold from now on; those that there were stay as earlier
   * versions.
   *
   * @param content YAML or JSON
   * @param name of the file, for what is told
   * @param by the account
   * @throws IllegalArgumentException if two accounts ever set rules of the kind, with all that is
   *     wrong with these, or for rules that say themselves from when they hold
   */
  public PieceStore.Recorded set(String label, byte[] content, String name, String by) {
    if (!(kind(label) instanceof PieceRules kind)) {
      throw new IllegalArgumentException("The %s are not set as a whole.".formatted(label));
    }
    requireOneMaySet(label);
    Instant now = now();
    return kind.record(kind.kept(content, name), now, new Recording(by, now));
  }

  /**
   * That one account alone may set rules: as long as two never did.
   *
   * @throws IllegalArgumentException if a proposal of the kind was ever approved
   */
  public void requireOneMaySet(String label) {
    Optional<RuleProposal> first =
        store.all().stream()
            .filter(each -> each.kind().equals(label) && each.state().equals("approved"))
            .findFirst();
    if (first.isPresent()) {
      throw new IllegalArgumentException(
          "The %s of this market are set by two accounts since proposal %d: gridclear rules propose --kind %s FILE."
              .formatted(label, first.get().number(), label));
    }
  }
}
