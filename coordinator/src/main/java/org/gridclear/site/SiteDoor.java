package org.gridclear.site;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.util.function.Consumer;

/**
 * Where the standby site asks, and who may.
 *
 * @param server not started yet
 * @param who refuses a call by an {@link IllegalArgumentException}
 */
public record SiteDoor(HttpServer server, Consumer<HttpExchange> who) {
  void admit(HttpExchange call) {
    who.accept(call);
  }
}
