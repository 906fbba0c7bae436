package org.gridclear.monitoring.index;

import java.util.List;
import java.util.SortedMap;
import org.gridclear.monitoring.formula.IndexFormula;

/**
 * An index as a catalogue has it.
 *
 * @param id its id
 * @param family what it is about
 * @param names its names
 * @param unit unit of its value
 * @param source how it is computed
 * @param figure how the periods become the day
 * @param byZone whether it is computed for every zone, too
 * @param bounds limits and score
 * @param weight weight of its score in a composite
 */
public record IndexDefinition(
    String id,
    Family family,
    Names names,
    String unit,
    Source source,
    DayFigure figure,
    boolean byZone,
    Bounds bounds,
    double weight) {

  /** What an index is about. */
  public enum Family {
    /** Structure: who could move the price. */
    STRUCTURE,
    /** Security: what is in reserve. */
    SECURITY,
    /** Operation: offers, demand, trade. */
    OPERATION,
    /** Benefit: prices, money, emissions. */
    BENEFIT,
    /** Dispatch: how well plans came true. */
    DISPATCH,
    /** Several indices in one score. */
    COMPOSITE
  }

  /**
   * Names of an index.
   *
   * @param en in English
   * @param zh in Chinese
   */
  public record Names(String en, String zh) {}

  /** How an index is computed. */
  public sealed interface Source {
    /** What of it changes the result, as one text. */
    String text();
  }

  /**
   * By a formula over measures.
   *
   * @param text the formula
   * @param formula the same, read
   */
  public record ByFormula(String text, IndexFormula formula) implements Source {}

  /**
   * By a kernel.
   *
   * @param kernel which
   * @param numbers its parameters, all of them
   */
  public record ByKernel(IndexKernel kernel, SortedMap<String, Double> numbers) implements Source {
    @Override
    public String text() {
      return kernel.word() + " " + numbers;
    }
  }

  /**
   * By the scores of others, each with its weight.
   *
   * @param parts ids of the others
   */
  public record ByScores(List<String> parts) implements Source {
    public ByScores {
      parts = List.copyOf(parts);
    }

    @Override
    public String text() {
      return "scores of " + String.join(", ", parts);
    }
  }
}
