package org.gridclear.outside;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.gridclear.run.CaseResult;
import org.gridclear.run.GridStore;
import org.gridclear.run.Job;
import org.gridclear.run.JobType;
import org.gridclear.run.RunPlan;
import org.gridclear.run.RunResult;
import org.gridclear.run.RunSpecification;
import org.gridclear.work.FailureReason;
import org.gridclear.work.Hashes;
import org.gridclear.work.UnitSummary;
import org.gridclear.work.WorkKey;
import org.gridclear.work.WorkUnit;
import org.gridclear.worker.api.NodeState;
import org.gridclear.worker.api.Receipt;
import org.gridclear.worker.api.Wire;
import org.gridclear.worker.api.WorkAnswer;
import org.gridclear.worker.api.WorkContext;
import org.gridclear.worker.api.WorkType;

/** A kind of job from outside: the primes below a number, found range by range. */
public final class Primes {
  private static final String NAME = "primes";

  private Primes() {}

  /** Data of the units: all primes up to the root of the number. */
  public record Divisors(List<Integer> primes) {}

  /**
   * What is asked for.
   *
   * @param divisors primes up to the root of the number
   * @param below the number
   * @param ranges ranges that it is cut into
   */
  public record Question(Divisors divisors, int below, int ranges) implements Job.Outside {
    @Override
    public String name() {
      return "primes below " + below;
    }
  }

  /** The question as it is stored. */
  public record Ticket(String divisorsHash, int below, int ranges)
      implements RunSpecification.Outside {
    @Override
    public Job job(GridStore store) {
      Divisors divisors = Wire.unpack(store.data(divisorsHash), Divisors.class);
      return new Question(divisors, below, ranges);
    }
  }

  /** The numbers of a range. */
  public record Range(WorkKey key, String name, String divisorsHash, int from, int to)
      implements WorkUnit.Outside {
    static Range of(String divisorsHash, int from, int to) {
      String name = from + ".." + to;
      String key = new Hashes().add("primes-1").add(divisorsHash).add(name).hex();
      return new Range(new WorkKey(key), name, divisorsHash, from, to);
    }
  }

  /** The outcome of a range as it is kept. */
  public record Found(Receipt receipt, List<Integer> primes) {}

  /** How the job is planned. */
  public static final class Jobs implements JobType<Question, Ticket> {
    @Override
    public String name() {
      return NAME;
    }

    @Override
    public Class<Question> job() {
      return Question.class;
    }

    @Override
    public Class<Ticket> specification() {
      return Ticket.class;
    }

    @Override
    public Ticket plan(Question job, RunPlan.Draft draft) {
      String divisors = draft.put(job.divisors());
      for (int r = 0; r < job.ranges(); r++) {
        int from = (int) ((long) job.below() * r / job.ranges());
        int to = (int) ((long) job.below() * (r + 1) / job.ranges());
        Range range = Range.of(divisors, from, to);
        draft.add(range.name(), range);
      }
      return new Ticket(divisors, job.below(), job.ranges());
    }
  }

  /** How its units are done. */
  public static final class Work implements WorkType<Range> {
    @Override
    public String name() {
      return NAME;
    }

    @Override
    public Class<Range> unit() {
      return Range.class;
    }

    @Override
    public NodeWork<Range> open(NodeState node) {
      Map<String, Divisors> kept = new ConcurrentHashMap<>();
      return (unit, context) -> work(unit, context, kept);
    }

    private static WorkAnswer work(Range unit, WorkContext context, Map<String, Divisors> kept) {
      Divisors divisors =
          kept.computeIfAbsent(
              unit.divisorsHash(), hash -> context.store().value(hash, Divisors.class));
      List<Integer> primes = new ArrayList<>();
      for (int number = Math.max(2, unit.from()); number < unit.to(); number++) {
        if (context.cancelled().passed()) {
          return new WorkAnswer.Failed(FailureReason.CANCELLED, "The run was cancelled.");
        }
        if (isPrime(number, divisors.primes())) {
          primes.add(number);
        }
      }
      Map<String, Double> figures = Map.of("count", (double) primes.size());
      return new WorkAnswer.Done(
          new UnitSummary.Figures(new TreeMap<>(figures)),
          receipt -> Wire.pack(new Found(receipt, primes)));
    }

    private static boolean isPrime(int number, List<Integer> divisors) {
      return divisors.stream().allMatch(divisor -> divisor == number || number % divisor != 0);
    }

    @Override
    public Receipt receipt(byte[] packed) {
      return Wire.unpack(packed, Found.class).receipt();
    }
  }

  /** A question whose divisors are found by trial. */
  public static Question below(int number, int ranges) {
    List<Integer> divisors = new ArrayList<>();
    for (int candidate = 2; (long) candidate * candidate <= number; candidate++) {
      if (Work.isPrime(candidate, divisors)) {
        divisors.add(candidate);
      }
    }
    return new Question(new Divisors(divisors), number, ranges);
  }

  /** The primes that a run found, in order. */
  public static List<Integer> found(RunResult result, GridStore store) {
    List<Integer> all = new ArrayList<>();
    for (CaseResult cell : result.cases()) {
      byte[] packed = store.packed(cell.receipt()).orElseThrow();
      all.addAll(Wire.unpack(packed, Found.class).primes());
    }
    return all;
  }

  /** How many primes a run found, by what its receipts tell. */
  public static double count(RunResult result) {
    return result.cases().stream()
        .mapToDouble(cell -> ((UnitSummary.Figures) cell.receipt().summary()).byName().get("count"))
        .sum();
  }
}
