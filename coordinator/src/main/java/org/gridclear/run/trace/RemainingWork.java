package org.gridclear.run.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * How long a run still takes, from the work that was measured. As many units are worked on at a
 * time as were seen to be; a unit at work takes what longer ones than its age took, or half its age
 * again where it is the longest of all; a unit that waits takes the mean, in which those at work
 * count with their age. Units that others wait for are no measure for these.
 */
public final class RemainingWork {
  /** Before so many units have ended there is no telling. */
  private static final int MEASURED_MIN = 2;

  /** More units that wait are counted together. */
  private static final int COUNTED_MAX = 1_000;

  private static final double LONGEST_GOES_ON = 0.5;

  private RemainingWork() {}

  /**
   * Work on a unit that has ended.
   *
   * @param sentSeconds when it was sent
   * @param startSeconds when it was begun
   * @param endSeconds when it ended
   * @param measure whether it tells what others take
   */
  public record Ended(double sentSeconds, double startSeconds, double endSeconds, boolean measure) {
    double seconds() {
      return endSeconds - startSeconds;
    }
  }

  /**
   * Seconds to the end; negative while unknown.
   *
   * @param now seconds on the clock of the spans
   * @param ended units that have ended, the latest where there are many
   * @param sent when units were sent that have not ended; some of them may wait at their node
   * @param waiting units that were not sent
   */
  public static double seconds(double now, List<Ended> ended, List<Double> sent, long waiting) {
    double[] measured =
        ended.stream().filter(Ended::measure).mapToDouble(Ended::seconds).sorted().toArray();
    if (measured.length < MEASURED_MIN) {
      return -1;
    }
    List<Double> oldest = sent.stream().sorted().toList();
    int slots = slots(now, ended, oldest);
    double[] ages = ages(now, ended, oldest.subList(0, Math.min(slots, oldest.size())));
    long behind = waiting + oldest.size() - ages.length;
    double mean = mean(measured, ages);
    PriorityQueue<Double> free = new PriorityQueue<>();
    for (int slot = 0; slot < slots; slot++) {
      free.add(slot < ages.length ? rest(measured, ages[slot]) : 0.0);
    }
    if (behind > COUNTED_MAX) {
      return (free.stream().mapToDouble(Double::doubleValue).sum() + behind * mean) / slots;
    }
    for (long unit = 0; unit < behind; unit++) {
      free.add(free.remove() + mean);
    }
    return free.stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }

  /** A unit that was sent before another one that has ended is at work. */
  private static int slots(double now, List<Ended> ended, List<Double> oldest) {
    double latest = ended.stream().mapToDouble(Ended::sentSeconds).max().orElse(0);
    List<double[]> steps = new ArrayList<>();
    for (Ended each : ended) {
      steps.add(new double[] {each.startSeconds(), 1});
      steps.add(new double[] {each.endSeconds(), -1});
    }
    for (double from : oldest) {
      if (from < latest) {
        steps.add(new double[] {from, 1});
        steps.add(new double[] {now, -1});
      }
    }
    steps.sort(
        Comparator.comparingDouble((double[] step) -> step[0])
            .thenComparingDouble(step -> step[1]));
    int at = 0;
    int most = 1;
    for (double[] step : steps) {
      at += (int) step[1];
      most = Math.max(most, at);
    }
    return most;
  }

  /** Ages of units at work: each began when it was sent, or when a unit before it ended. */
  private static double[] ages(double now, List<Ended> ended, List<Double> working) {
    double latest = ended.stream().mapToDouble(Ended::sentSeconds).max().orElse(0);
    double[] ends = ended.stream().mapToDouble(Ended::endSeconds).sorted().toArray();
    int sure = (int) working.stream().filter(from -> from < latest).count();
    double[] ages = new double[working.size()];
    for (int k = 0; k < ages.length; k++) {
      int end = ends.length - (ages.length - k);
      double freed = k >= sure && end >= 0 ? ends[end] : 0;
      ages[k] = Math.max(0, now - Math.max(working.get(k), freed));
    }
    return ages;
  }

  private static double mean(double[] measured, double[] ages) {
    double sum = 0;
    for (double seconds : measured) {
      sum += seconds;
    }
    double mean = sum / measured.length;
    for (double age : ages) {
      sum += Math.max(age, mean);
    }
    return sum / (measured.length + ages.length);
  }

  /** What is left of a unit of this age. */
  private static double rest(double[] measured, double age) {
    double sum = 0;
    int longer = 0;
    for (double seconds : measured) {
      if (seconds > age) {
        sum += seconds;
        longer++;
      }
    }
    return longer == 0 ? LONGEST_GOES_ON * age : sum / longer - age;
  }
}
