package org.gridclear.worker.ignite.probe;

/**
 * What answered at an address.
 *
 * @param text what was seen there, in words
 */
record ProbeAnswer(Kind kind, String text) {
  /** What kind of answer, and what to check then. */
  enum Kind {
    MEMBER("nothing"),
    NO_HOST("the name of the host, and that this machine's name service knows it"),
    REFUSED(
        "that the node runs (gridclear node prints \"ready\" with its address), and that the port"
            + " is its --grid-port"),
    UNREACHABLE("the address, the network and its firewall between this machine and the node"),
    SILENT(
        "whether the node's process is frozen or stopped (Ctrl-Z, kill -STOP), or another server"
            + " has that port"),
    OTHER(
        "the port: a node listens at its --grid-port (47500 or the first free one after it); its"
            + " communication port, 1000 above, is not the one to join"),
    KEYS("that both sides have --keys of one authority, or neither has"),
    WAITING(
        "the node itself: it waits for a grid that it was told to join; start the first node"
            + " without --join");

    private final String advice;

    Kind(String advice) {
      this.advice = advice;
    }

    /** Whether asking again has no point: whoever listens there is not the one looked for. */
    boolean settled() {
      return this == OTHER || this == KEYS || this == NO_HOST;
    }

    String advice() {
      return advice;
    }
  }
}
