package org.gridclear.worker.ignite.probe;

/**
 * No node of the grid that was to be joined answers; the message says who was asked, what answered
 * and what to check.
 */
public final class GridUnreachableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  GridUnreachableException(String text) {
    super(text);
  }
}
