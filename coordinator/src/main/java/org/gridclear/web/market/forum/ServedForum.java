package org.gridclear.web.market.forum;

import java.time.Clock;
import org.gridclear.account.Right;
import org.gridclear.market.forum.Forum;
import org.gridclear.web.account.Caller;
import org.gridclear.web.market.ServedMarket;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The forum of the served market. */
@Component
class ServedForum {
  private final ServedMarket served;

  ServedForum(ServedMarket served) {
    this.served = served;
  }

  Forum forum() {
    return new Forum(served.folder().database(), served.folder().content(), Clock.systemUTC());
  }

  static Forum.Person person(Caller caller) {
    return new Forum.Person(caller.name(), caller.may(Right.OPERATE_MARKET));
  }

  static ResponseStatusException missing(String what, long number) {
    return new ResponseStatusException(
        HttpStatus.NOT_FOUND, "There is no %s %d here.".formatted(what, number));
  }

  static String text(@Nullable String given) {
    return given == null ? "" : given;
  }
}
