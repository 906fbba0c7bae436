package org.gridclear.web.market.workflow;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.gridclear.account.Right;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.store.workflow.InstanceKey;
import org.gridclear.market.store.workflow.NodeState;
import org.gridclear.market.workflow.Doer;
import org.gridclear.market.workflow.NoSuchInstanceException;
import org.gridclear.market.workflow.NodeAct;
import org.gridclear.market.workflow.NotAllowedException;
import org.gridclear.market.workflow.StateConflictException;
import org.gridclear.market.workflow.WorkflowOperation;
import org.gridclear.validate.UnknownNameException;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.ServerSecurity;
import org.gridclear.web.answer.Reason;
import org.gridclear.web.market.ServedMarket;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Workflows of the served market. */
@Component
class ServedWorkflows {
  private final ServedMarket served;
  private final ServerSecurity security;

  ServedWorkflows(ServedMarket served, ServerSecurity security) {
    this.served = served;
    this.security = security;
  }

  /**
   * The workflows.
   *
   * @throws ResponseStatusException 404 if the server has no market
   */
  WorkflowOperation workflows() {
    return new WorkflowOperation(served.folder(), Clock.systemUTC());
  }

  /** The market's clock. */
  MarketClock clock() {
    return new MarketClock(served.folder().facts().zone());
  }

  /** Who calls, with its groups. */
  Doer doer(Caller caller) {
    Optional<Set<String>> groups =
        security.closed()
            ? security.accounts().find(caller.name()).map(each -> Set.copyOf(each.groups()))
            : Optional.empty();
    return new Doer(
        caller.name(),
        security.closed() ? Optional.of(groups.orElse(Set.of())) : groups,
        caller.may(Right.OPERATE_MARKET));
  }

  /** Node of an instance. */
  record NodePlace(InstanceKey instance, String node) {}

  /** How a node stands afterwards. */
  record Stands(String node, String state) {}

  /** Does something to a node by hand. */
  Stands act(
      Caller caller,
      NodePlace place,
      Reason reason,
      BiFunction<WorkflowOperation, NodeAct, NodeState> what) {
    NodeAct act = new NodeAct(place.instance(), place.node(), doer(caller), reason.text());
    NodeState state = asked(() -> what.apply(workflows(), act));
    return new Stands(place.node(), state.label());
  }

  /**
   * The answer of a question: 404 for what there is not, 403 for what is of other groups, 409 for
   * what does not go with how it stands.
   */
  static <T> T asked(Supplier<T> question) {
    try {
      return question.get();
    } catch (NoSuchInstanceException | UnknownNameException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, e.getMessage(), e);
    } catch (NotAllowedException e) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN, e.getMessage(), e);
    } catch (StateConflictException e) {
      throw new ResponseStatusException(HttpStatus.CONFLICT, e.getMessage(), e);
    }
  }
}
