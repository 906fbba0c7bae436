package org.gridclear.worker.ignite;

/** Those whom a member saw did not let it in within the time it was given. */
public final class NotJoinedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotJoinedException(GridNodeOptions options, Throwable cause) {
    super(
        "Nobody at %s let it in within %d s; it looks where it was told to."
            .formatted(String.join(", ", options.join()), options.joinMax().toSeconds()),
        cause);
  }
}
