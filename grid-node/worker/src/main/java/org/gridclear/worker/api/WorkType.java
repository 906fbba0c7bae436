package org.gridclear.worker.api;

import java.util.OptionalDouble;
import org.gridclear.work.WorkUnit;

/**
 * A kind of work units as nodes do them. Types register as a service, those of this house and those
 * from outside alike: a line in {@code META-INF/services/org.gridclear.worker.api.WorkType}. One
 * object serves all nodes of a process; what a node keeps is made by {@link #open}.
 *
 * @param <U> its units
 */
public interface WorkType<U extends WorkUnit> {
  /** What units of this kind are marked with where they are written; no other kind has it. */
  String name();

  /** The class of its units; no other kind has it. */
  Class<U> unit();

  /** Begins on a node. */
  NodeWork<U> open(NodeState node);

  /**
   * The receipt in a packed outcome, which is what {@link WorkAnswer.Done#packing} made.
   *
   * @throws IllegalArgumentException if the bytes are of another version
   */
  Receipt receipt(byte[] packed);

  /**
   * CPU seconds that a unit may take at most where it runs native code and is done in a process of
   * its own, if the node has any; empty where the node does it itself.
   */
  default OptionalDouble secondsApart(U unit) {
    return OptionalDouble.empty();
  }

  /**
   * A kind of work on one node, with what it keeps from unit to unit. Safe for several threads.
   *
   * @param <U> its units
   */
  @FunctionalInterface
  interface NodeWork<U extends WorkUnit> {
    /**
     * Does a unit. The answer follows from the unit and its data alone, whichever node does it.
     *
     * @throws MissingDataException if data of the unit are gone
     * @throws ArithmeticException if there is no answer for these data
     */
    WorkAnswer work(U unit, WorkContext context);
  }
}
