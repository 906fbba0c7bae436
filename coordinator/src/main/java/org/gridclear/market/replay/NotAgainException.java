package org.gridclear.market.replay;

/** Something that was done on a day could not be done when the day was made again. */
public final class NotAgainException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  NotAgainException(int number, TimedEvent event, RuntimeException cause) {
    super(
        "Event %d of the log (%s at %s) cannot be done again: %s"
            .formatted(
                number, event.what().getClass().getSimpleName(), event.at(), cause.getMessage()),
        cause);
  }
}
