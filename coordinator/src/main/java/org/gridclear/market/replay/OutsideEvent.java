package org.gridclear.market.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.anomaly.Measure;

/**
 * Something that comes to a market from outside: what systems and members send, and what people do.
 */
public sealed interface OutsideEvent {
  /** Does what comes, by its kind. */
  interface Door {
    /** Does it. */
    void on(Registered event);

    /** Does it. */
    void on(NetworkGiven event);

    /** Does it. */
    void on(ParametersSet event);

    /** Does it. */
    void on(ReferencesSet event);

    /** Does it. */
    void on(Declared event);

    /** Does it. */
    void on(SeriesCame event);

    /** Does it. */
    void on(TicketsCame event);

    /** Does it. */
    void on(WorkflowsSet event);

    /** Does it. */
    void on(Stepped event);

    /** Does it. */
    void on(Released event);

    /** Does it. */
    void on(Decided event);

    /** Does it. */
    void on(FellBack event);

    /** Does it. */
    void on(Skipped event);

    /** Does it. */
    void on(Joined event);
  }

  /** Has it done. */
  void to(Door door);

  /** What nobody waits for an answer of. */
  sealed interface Unanswered extends OutsideEvent {}

  /**
   * Records that one account proposes and another approves.
   *
   * @param by who proposes
   * @param reviewer who approves
   * @param files records, in the order in which they are proposed
   */
  record Registered(String by, String reviewer, List<RegistryFile> files) implements OutsideEvent {
    @Override
    public void to(Door door) {
      door.on(this);
    }

    public Registered {
      files = List.copyOf(files);
    }
  }

  /**
   * Records of one kind.
   *
   * @param kind the kind as the registry calls it
   * @param csv the records
   */
  record RegistryFile(String kind, String csv) {}

  /**
   * A network with its units.
   *
   * @param by who keeps it
   * @param source whose it is
   * @param from first date on which it holds
   * @param knownAt since when it could be known
   * @param text the case
   */
  record NetworkGiven(String by, String source, LocalDate from, Instant knownAt, String text)
      implements Unanswered {
    @Override
    public void to(Door door) {
      door.on(this);
    }
  }

  /** Market parameters. */
  record ParametersSet(String by, String text) implements Unanswered {
    @Override
    public void to(Door door) {
      door.on(this);
    }
  }

  /** Offers of those who declare nothing. */
  record ReferencesSet(String by, String text) implements Unanswered {
    @Override
    public void to(Door door) {
      door.on(this);
    }
  }

  /** Declarations of a member, whether they are accepted or not. */
  record Declared(String member, String text) implements OutsideEvent {
    @Override
    public void to(Door door) {
      door.on(this);
    }
  }

  /** A delivery of series. */
  record SeriesCame(String by, String text) implements Unanswered {
    @Override
    public void to(Door door) {
      door.on(this);
    }
  }

  /** Tickets. */
  record TicketsCame(String by, String text) implements Unanswered {
    @Override
    public void to(Door door) {
      door.on(this);
    }
  }

  /**
   * Workflows.
   *
   * @param by who sets them
   * @param from since when they hold
   * @param text the workflows
   */
  record WorkflowsSet(String by, Instant from, String text) implements Unanswered {
    @Override
    public void to(Door door) {
      door.on(this);
    }
  }

  /** The schedulers look at the clock and do all that is to be done by then. */
  record Stepped() implements Unanswered {
    @Override
    public void to(Door door) {
      door.on(this);
    }
  }

  /**
   * Somebody lets a node run, or has it tried again.
   *
   * @param by who
   * @param workflow the workflow of the trading date
   * @param node its node
   * @param reason why
   */
  record Released(String by, String workflow, String node, String reason) implements Unanswered {
    @Override
    public void to(Door door) {
      door.on(this);
    }
  }

  /**
   * The operator deals with what stands against the newest version of a run, and the approver
   * approves it.
   *
   * @param market the market
   * @param cycle number of the run, 0 for the day that runs make together
   * @param measure how
   * @param remark what was done
   */
  record Decided(Market market, int cycle, Measure measure, String remark) implements OutsideEvent {
    @Override
    public void to(Door door) {
      door.on(this);
    }
  }

  /**
   * A result of before takes the place of a run.
   *
   * @param market the market
   * @param cycle number of the run
   * @param known up to when things had to be known for its case
   */
  record FellBack(Market market, int cycle, Instant known) implements OutsideEvent {
    @Override
    public void to(Door door) {
      door.on(this);
    }
  }

  /**
   * The operator has a node skipped.
   *
   * @param workflow the workflow of the trading date
   * @param cycle number of the run
   * @param node its node
   * @param reason why
   */
  record Skipped(String workflow, int cycle, String node, String reason) implements Unanswered {
    @Override
    public void to(Door door) {
      door.on(this);
    }
  }

  /** The runs of a market are joined to a day. */
  record Joined(Market market) implements OutsideEvent {
    @Override
    public void to(Door door) {
      door.on(this);
    }
  }
}
