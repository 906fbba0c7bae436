package org.gridclear.clearing.result;

import java.util.List;
import org.gridclear.market.rule.SecurityCut;

/**
 * The AC check of a cleared case and the rounds that led to it (C-11, AMB-17, AMB-36).
 *
 * @param rounds every round of clearing and check, in order
 * @param secure whether the last check found a solution of every period and outage, and no flow of
 *     a branch or flowgate over its limit; voltages are listed and do not count (AMB-36)
 * @param remaining the violations that it found, each with its answer
 * @param unsolved what has no AC solution that the units can give
 * @param cuts the cuts under which the schedule was cleared, with the round that found each
 * @param next the cuts for a clearing after this one: these, and what the last check asks for
 * @param heavy flows within their limits that it found heavily loaded, in the intact grid, and
 *     through outages, of each the one that loads it most in a period
 */
public record SecurityReport(
    List<Round> rounds,
    boolean secure,
    List<Violation> remaining,
    List<Unsolved> unsolved,
    List<SecurityCut> cuts,
    List<SecurityCut> next,
    List<Heavy> heavy) {
  public SecurityReport {
    rounds = List.copyOf(rounds);
    remaining = List.copyOf(remaining);
    unsolved = List.copyOf(unsolved);
    cuts = cuts == null ? List.of() : List.copyOf(cuts);
    next = next == null ? List.of() : List.copyOf(next);
    heavy = heavy == null ? List.of() : List.copyOf(heavy);
  }

  /** A report without heavy flows. */
  public SecurityReport(
      List<Round> rounds,
      boolean secure,
      List<Violation> remaining,
      List<Unsolved> unsolved,
      List<SecurityCut> cuts,
      List<SecurityCut> next) {
    this(rounds, secure, remaining, unsolved, cuts, next, List.of());
  }

  /** The same with heavy flows. */
  public SecurityReport withHeavy(List<Heavy> seen) {
    return new SecurityReport(rounds, secure, remaining, unsolved, cuts, next, seen);
  }

  /**
   * By how much the objective rose over the rounds: the objective in the end less that of the first
   * round.
   */
  public double costYuan() {
    return rounds.isEmpty()
        ? 0
        : rounds.get(rounds.size() - 1).objectiveYuan() - rounds.get(0).objectiveYuan();
  }

  /** The report of these rounds and of what the last one left. */
  public static SecurityReport of(
      List<Round> rounds,
      List<Violation> remaining,
      List<Unsolved> unsolved,
      List<SecurityCut> cuts,
      List<SecurityCut> next) {
    boolean within = remaining.stream().noneMatch(v -> v.kind() != Kind.VOLTAGE);
    return new SecurityReport(
        rounds, within && unsolved.isEmpty(), remaining, unsolved, cuts, next);
  }

  /**
   * Whether another schedule can do no more: everything has a solution, and what is left is relaxed
   * at its penalty or of reactive power.
   */
  public boolean answered() {
    return unsolved.isEmpty() && remaining.stream().noneMatch(v -> v.answer() == Answer.NONE);
  }

  /** Number of violations of a kind that remain. */
  public long remaining(Kind kind) {
    return remaining.stream().filter(v -> v.kind() == kind).count();
  }

  /**
   * One round.
   *
   * @param number from 1
   * @param objectiveYuan objective of the schedule that was checked
   * @param baseViolations branches and flowgates over their normal limit in the intact grid, over
   *     all periods
   * @param outageViolations branches over their emergency limit, and flowgates over their limit,
   *     after an outage
   * @param voltageViolations buses outside their voltage band in the intact grid, and such after
   *     the outage that is worst for each
   * @param worstShare greatest loading of these flows as a share of the limit
   * @param periodsDiverged periods whose AC power flow has no solution; their outages are not
   *     checked
   * @param outagesDiverged outages after which the AC power flow has no solution, over all periods
   * @param newCuts cuts handed to the next round
   */
  public record Round(
      int number,
      double objectiveYuan,
      int baseViolations,
      int outageViolations,
      int voltageViolations,
      double worstShare,
      int periodsDiverged,
      int outagesDiverged,
      int newCuts) {}

  /**
   * A power flow without an AC solution that the units can give. Where it is that of a period
   * itself, the outages of the period are not checked.
   *
   * @param period the period, counted from 0
   * @param outage the contingency; "" for the intact grid
   * @param missingMw what nobody can give, negative what nobody can take; 0 where the equations
   *     have no solution
   */
  public record Unsolved(int period, String outage, double missingMw) {
    /** Whether the units, not the equations, are what it fails for. */
    public boolean lacksPower() {
      return missingMw != 0;
    }
  }

  /**
   * A limit that is violated in AC.
   *
   * @param period the period, counted from 0
   * @param kind what is limited
   * @param element id of the branch, flowgate or bus
   * @param outage the contingency; "" for the intact grid
   * @param value apparent power at the more loaded end of a branch in MVA, flow of a flowgate in MW
   *     in its direction, or voltage in p.u.
   * @param limit its limit, of a flow as a positive number
   * @param answer what the schedule says to it
   */
  public record Violation(
      int period,
      Kind kind,
      String element,
      String outage,
      double value,
      double limit,
      Answer answer) {
    /** The same with another answer. */
    public Violation answered(Answer other) {
      return new Violation(period, kind, element, outage, value, limit, other);
    }

    /** A flow as a share of its limit. */
    public double share() {
      return Math.abs(value) / limit;
    }

    /** How far it is beyond the limit, in the unit of the kind (EQ-06). */
    public double excess() {
      return Math.abs(kind == Kind.VOLTAGE ? value - limit : Math.abs(value) - limit);
    }
  }

  /**
   * A heavy flow within its limit (AMB-05).
   *
   * @param period the period, counted from 0
   * @param kind branch or flowgate
   * @param element id of it
   * @param outage the contingency; "" for the intact grid
   * @param value its flow, in the unit of the kind
   * @param limit its limit, as a positive number
   */
  public record Heavy(
      int period, Kind kind, String element, String outage, double value, double limit) {
    /** The flow as a share of its limit. */
    public double share() {
      return Math.abs(value) / limit;
    }
  }

  /** What is limited. */
  public enum Kind {
    BRANCH("branch", "MVA"),
    FLOWGATE("flowgate", "MW"),
    VOLTAGE("voltage of bus", "p.u.");

    private final String text;
    private final String unit;

    Kind(String text, String unit) {
      this.text = text;
      this.unit = unit;
    }

    /** Unit of its values. */
    public String unit() {
      return unit;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** What a schedule says to a violation. */
  public enum Answer {
    /** Nothing: the schedule is not secure. */
    NONE,
    /** Its limit is relaxed, at the penalty, and listed as such. */
    RELAXED,
    /** It carries so much reactive power that active power cannot relieve it. */
    REACTIVE,
    /** It is a voltage: listed with its severity, not cut (AMB-36). */
    REPORTED
  }
}
