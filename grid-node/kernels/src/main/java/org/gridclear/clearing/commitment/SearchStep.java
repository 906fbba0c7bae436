package org.gridclear.clearing.commitment;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * One means of a search.
 *
 * @param name what it is called where the search tells of itself, and in docs/decisions/006
 * @param worth whether it is worth its time, by what is known
 * @param means what is known after it
 */
record SearchStep(String name, Predicate<SearchState> worth, UnaryOperator<SearchState> means) {
  /** A step that is worth its time whenever it comes. */
  static SearchStep always(String name, UnaryOperator<SearchState> means) {
    return new SearchStep(name, state -> true, means);
  }

  /** The same step, where this holds as well. */
  SearchStep when(Predicate<SearchState> also) {
    return new SearchStep(name, worth.and(also), means);
  }
}
