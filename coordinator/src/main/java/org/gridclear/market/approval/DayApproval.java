package org.gridclear.market.approval;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.approval.InterventionRow;
import org.gridclear.market.store.approval.InterventionRows;
import org.gridclear.market.store.approval.RunOfDay;
import org.gridclear.market.store.approval.TransitionRow;
import org.gridclear.market.store.approval.TransitionRows;

/**
 * Brings versions of days from state to state (I-11). Every transition is kept with who, when and
 * why. At most one version of a run of a day is in force; what is in force is handed on, nothing
 * else.
 *
 * <p>Who approves is none of those who made the version, changed it by hand or submitted it. Of two
 * who decide at once the second is told what the first did.
 */
public final class DayApproval {
  /** Who brings versions on where a rule does it; no account can have this name. */
  public static final String AUTOMATIC = "(automatic)";

  private final DayStore days;
  private final TransitionRows transitions;
  private final InterventionRows interventions;
  private final VersionPeople people;
  private final ApprovalRules rules;
  private final OpenAnomalies anomalies;
  private final Clock clock;

  /**
   * The approval of a market's days.
   *
   * @param anomalies tells what is open and severe
   * @param accounts tells whether a name is an account's
   * @param clock the time
   */
  public DayApproval(
      MarketFolder market, OpenAnomalies anomalies, KnownAccounts accounts, Clock clock) {
    this.days = DayStore.of(market);
    this.transitions = new TransitionRows(market.database());
    this.interventions = new InterventionRows(market.database());
    this.people = new VersionPeople(accounts);
    this.rules = new ApprovalRules(market, clock);
    this.anomalies = anomalies;
    this.clock = clock;
  }

  /**
   * Somebody wants something done.
   *
   * @param version to which version
   * @param by the account
   * @param reason why; "" where none is needed
   */
  public record Wanted(VersionId version, String by, String reason) {
    public Wanted {
      by = VersionPeople.name(by);
      reason = VersionPeople.reason(reason);
    }
  }

  /**
   * A version and what became of it.
   *
   * @param version the version
   * @param state its state
   * @param transitions how it came there, in order
   */
  public record Standing(DayVersion version, VersionState state, List<Transition> transitions) {}

  /**
   * What a rule made of a version.
   *
   * @param state where it stands now
   * @param objections why it was not approved; empty where it was
   */
  public record Automatic(VersionState state, List<String> objections) {}

  /** Which markets approve by themselves. */
  public ApprovalRules rules() {
    return rules;
  }

  /**
   * Somebody has looked at a version; needs a reason where something stands against it.
   *
   * @throws IllegalArgumentException if it cannot be
   */
  public Transition check(Wanted wanted) {
    DayVersion version = version(wanted.version());
    List<String> objections = objections(version);
    requireReason(wanted, objections);
    return one(wanted, VersionState.CHECKED, objections);
  }

  /**
   * A version is to be approved.
   *
   * @throws IllegalArgumentException if it cannot be
   */
  public Transition submit(Wanted wanted) {
    return one(wanted, VersionState.SUBMITTED, objections(version(wanted.version())));
  }

  /**
   * A version is in force from now on, and the one that was before no longer. Needs a reason where
   * its alarms stand against it.
   *
   * @throws IllegalArgumentException if a severe anomaly is open, if the account had a hand in it,
   *     or if a later version is in force
   * @throws StateChangedException if it is not submitted
   */
  public Transition approve(Wanted wanted) {
    DayVersion version = version(wanted.version());
    List<String> open = anomalies.severe(version);
    if (!open.isEmpty()) {
      throw new IllegalArgumentException(
          "%s has open severe anomalies, which somebody must handle first: %s."
              .formatted(version.text(), String.join("; ", open)));
    }
    requireReason(wanted, version.alarms());
    List<DayVersion> lineage = lineage(version);
    return last(
        add(
            version,
            before -> {
              RunSteps.requireNext(version, before, VersionState.APPROVED);
              people.requireOther(wanted.by(), lineage, before);
              return approved(version, before, wanted.by(), wanted.reason(), version.alarms());
            }));
  }

  /**
   * A version is not to be used; needs a reason. Who may approve may reject.
   *
   * @throws IllegalArgumentException if it cannot be
   */
  public Transition reject(Wanted wanted) {
    DayVersion version = version(wanted.version());
    requireWords(wanted, VersionState.REJECTED);
    List<String> objections = objections(version);
    List<DayVersion> lineage = lineage(version);
    return last(
        add(
            version,
            before -> {
              RunSteps.requireNext(version, before, VersionState.REJECTED);
              people.requireOther(wanted.by(), lineage, before);
              return List.of(row(version, before, VersionState.REJECTED, wanted, objections));
            }));
  }

  /**
   * A version that is in force is published.
   *
   * @throws IllegalArgumentException if it cannot be
   */
  public Transition publish(Wanted wanted) {
    return one(wanted, VersionState.PUBLISHED, List.of());
  }

  /**
   * A version is no longer in force; needs a reason.
   *
   * @throws IllegalArgumentException if it cannot be
   */
  public Transition withdraw(Wanted wanted) {
    requireWords(wanted, VersionState.WITHDRAWN);
    return one(wanted, VersionState.WITHDRAWN, List.of());
  }

  /**
   * Brings a new version as far as the rules of its market let it go: checked, and, where the
   * market approves by itself and nothing stands against it, approved. A version that somebody has
   * brought on already stays where it is.
   */
  public Automatic automatic(VersionId id) {
    DayVersion version = version(id);
    List<String> objections = new ArrayList<>(objections(version));
    if (!rules.automatic(id.key().market(), id.key().date())) {
      objections.add("%s is approved by hand".formatted(DayKey.word(id.key().market())));
    }
    List<TransitionRow> added =
        add(
            version,
            before ->
                RunSteps.state(id, before) == VersionState.DRAFT
                    ? byRule(version, before, objections)
                    : List.of());
    if (added.isEmpty()) {
      VersionState state = standing(id).state();
      return new Automatic(state, state.isInForce() ? List.of() : objections);
    }
    return new Automatic(last(added).to(), objections);
  }

  private List<TransitionRow> byRule(
      DayVersion version, List<TransitionRow> before, List<String> objections) {
    List<TransitionRow> rows = new ArrayList<>();
    rows.add(byRule(version, VersionState.DRAFT, VersionState.CHECKED, objections));
    if (objections.isEmpty()) {
      rows.add(byRule(version, VersionState.CHECKED, VersionState.SUBMITTED, objections));
      List<TransitionRow> after = new ArrayList<>(before);
      after.addAll(rows);
      rows.addAll(approved(version, after, AUTOMATIC, "", List.of()));
    }
    return rows;
  }

  private TransitionRow byRule(
      DayVersion version, VersionState from, VersionState to, List<String> objections) {
    return new TransitionRow(
        0, version.version(), from.name(), to.name(), AUTOMATIC, now(), "", objections);
  }

  /** The rows by which a version comes in force, and the one before it does no longer. */
  private List<TransitionRow> approved(
      DayVersion version,
      List<TransitionRow> before,
      String by,
      String reason,
      List<String> objections) {
    List<TransitionRow> rows = new ArrayList<>();
    RunSteps.inForce(before)
        .ifPresent(
            held -> {
              if (held > version.version()) {
                throw new IllegalArgumentException(
                    "%s: version %d is in force and later; withdraw it first."
                        .formatted(version.text(), held));
              }
              VersionId replaced = new VersionId(version.key(), held);
              rows.add(
                  new TransitionRow(
                      0,
                      held,
                      RunSteps.state(replaced, before).name(),
                      VersionState.WITHDRAWN.name(),
                      by,
                      now(),
                      "replaced by version " + version.version(),
                      List.of()));
            });
    rows.add(
        new TransitionRow(
            0,
            version.version(),
            VersionState.SUBMITTED.name(),
            VersionState.APPROVED.name(),
            by,
            now(),
            reason,
            objections));
    return rows;
  }

  /** What stands against a version: its alarms, and what is open and severe. */
  public List<String> objections(DayVersion version) {
    List<String> objections = new ArrayList<>(version.alarms());
    objections.addAll(anomalies.severe(version));
    return objections;
  }

  /**
   * A version and what became of it.
   *
   * @throws NoSuchVersionException if there is none
   */
  public Standing standing(VersionId id) {
    DayVersion version = version(id);
    return standing(version, transitions.of(run(id.key())));
  }

  /** All versions of a market from one date to another and what became of them, by date. */
  public List<Standing> standings(Market market, LocalDate from, LocalDate to) {
    List<Standing> all = new ArrayList<>();
    DayKey key = null;
    List<TransitionRow> rows = List.of();
    for (DayVersion version : days.versions(market, from, to)) {
      if (!version.key().equals(key)) {
        key = version.key();
        rows = transitions.of(run(key));
      }
      all.add(standing(version, rows));
    }
    return all;
  }

  private static Standing standing(DayVersion version, List<TransitionRow> rows) {
    List<Transition> own =
        rows.stream()
            .filter(row -> row.version() == version.version())
            .map(Transition::of)
            .toList();
    return new Standing(version, RunSteps.state(VersionId.of(version), rows), own);
  }

  /** The version of a run of a day that is in force: what may be handed on; nothing if none is. */
  public Optional<DayVersion> inForce(DayKey key) {
    return RunSteps.inForce(transitions.of(run(key)))
        .map(number -> version(new VersionId(key, number)));
  }

  private Transition one(Wanted wanted, VersionState to, List<String> objections) {
    DayVersion version = version(wanted.version());
    return last(
        add(
            version,
            before -> {
              RunSteps.requireNext(version, before, to);
              return List.of(row(version, before, to, wanted, objections));
            }));
  }

  private List<TransitionRow> add(DayVersion version, UnaryOperator<List<TransitionRow>> decide) {
    return transitions.add(run(version.key()), decide);
  }

  private static Transition last(List<TransitionRow> rows) {
    return Transition.of(rows.get(rows.size() - 1));
  }

  private TransitionRow row(
      DayVersion version,
      List<TransitionRow> before,
      VersionState to,
      Wanted wanted,
      List<String> objections) {
    return new TransitionRow(
        0,
        version.version(),
        RunSteps.state(VersionId.of(version), before).name(),
        to.name(),
        wanted.by(),
        now(),
        wanted.reason(),
        objections);
  }

  private static void requireReason(Wanted wanted, List<String> objections) {
    if (!objections.isEmpty() && wanted.reason().isEmpty()) {
      throw new IllegalArgumentException(
          "%s: %s. Say by a reason why it stands all the same."
              .formatted(wanted.version().text(), String.join("; ", objections)));
    }
  }

  private static void requireWords(Wanted wanted, VersionState to) {
    if (wanted.reason().isEmpty()) {
      throw new IllegalArgumentException(
          "%s cannot become %s without a reason.".formatted(wanted.version().text(), to.word()));
    }
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock)
        .withOffsetSameInstant(ZoneOffset.UTC)
        .truncatedTo(ChronoUnit.MILLIS);
  }

  private DayVersion version(VersionId id) {
    return days.versions(id.key().market(), id.key().date(), id.key().date()).stream()
        .filter(each -> VersionId.of(each).equals(id))
        .findFirst()
        .orElseThrow(() -> new NoSuchVersionException("There is no " + id.text() + "."));
  }

  /** The version and those from which it was made by hand. */
  private List<DayVersion> lineage(DayVersion version) {
    Map<Integer, Integer> parents =
        interventions.of(run(version.key())).stream()
            .collect(Collectors.toMap(InterventionRow::version, InterventionRow::parent));
    List<DayVersion> lineage = new ArrayList<>(List.of(version));
    for (Integer parent = parents.get(version.version());
        parent != null;
        parent = parents.get(parent)) {
      lineage.add(version(new VersionId(version.key(), parent)));
    }
    return lineage;
  }

  private static RunOfDay run(DayKey key) {
    return new RunOfDay(DayKey.word(key.market()), key.date(), key.cycle());
  }
}
