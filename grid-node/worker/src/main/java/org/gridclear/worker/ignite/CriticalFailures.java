package org.gridclear.worker.ignite;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.ignite.Ignite;
import org.apache.ignite.failure.FailureContext;
import org.apache.ignite.failure.FailureType;
import org.apache.ignite.failure.StopNodeFailureHandler;
import org.jspecify.annotations.Nullable;

/** Stops a node that cannot go on, and says why in words for the operator. */
final class CriticalFailures extends StopNodeFailureHandler {
  private static final String NO_SPACE = "No space left on device";

  private final @Nullable Path dataFolder;
  private volatile @Nullable String reason;

  /**
   * @param dataFolder where the node keeps its data; null in memory only
   */
  CriticalFailures(@Nullable Path dataFolder) {
    this.dataFolder = dataFolder;
  }

  /** Why the node stopped; null while it runs, or when the others dropped it. */
  @Nullable String reason() {
    return reason;
  }

  @Override
  public boolean handle(Ignite ignite, FailureContext failure) {
    if (failure.type() != FailureType.SEGMENTATION && reason == null) {
      reason = words(failure);
    }
    return super.handle(ignite, failure);
  }

  private String words(FailureContext failure) {
    Throwable cause = failure.error();
    while (cause != null) {
      if (cause instanceof IOException && String.valueOf(cause.getMessage()).contains(NO_SPACE)) {
        return "The disk of %s is full. Free space there, then start the node again; what it had stored is still there."
            .formatted(dataFolder);
      }
      if (cause.getCause() == null) {
        break;
      }
      cause = cause.getCause();
    }
    return "A critical failure (%s): %s".formatted(failure.type(), cause);
  }
}
