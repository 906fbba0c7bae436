package org.gridclear.bench.messages;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import org.gridclear.account.Scope;
import org.gridclear.json.Json;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.publication.HandedTable;
import org.gridclear.market.publication.Mailbox;
import org.gridclear.market.publication.MessageText;
import org.gridclear.market.publication.Recipient;
import org.gridclear.market.publication.ScheduledPublishing;
import org.gridclear.market.store.MarketFolder;

/**
 * A server that publishes and answers members, and hangs up at random: before it has done what was
 * asked, or after. It is killed and started again from outside.
 */
final class MessageServer {
  private static final LocalDate FIRST = LocalDate.of(2027, 1, 1);

  private final Mailbox mailbox;
  private final Random chance;
  private final double drops;

  private MessageServer(Mailbox mailbox, long seed, double drops) {
    this.mailbox = mailbox;
    this.chance = new Random(seed);
    this.drops = drops;
  }

  /** Arguments: folder, publications, seed, share of calls that are dropped. */
  public static void main(String[] arguments) throws Exception {
    MarketFolder market = MarketFolder.open(Path.of(arguments[0]));
    int publications = Integer.parseInt(arguments[1]);
    DayStore days = DayStore.of(market);
    Mailbox mailbox = new Mailbox(market, days, Clock.systemUTC());
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newFixedThreadPool(6));
    MessageServer messages =
        new MessageServer(mailbox, Long.parseLong(arguments[2]), Double.parseDouble(arguments[3]));
    server.createContext("/", messages::answer);
    server.start();
    System.out.println("port " + server.getAddress().getPort());
    System.out.flush();
    publish(ScheduledPublishing.of(market, days, Clock.systemUTC()), publications);
    System.out.println("published");
    System.out.flush();
    // Ends with the process that started it.
    while (System.in.read() >= 0) {}
    server.stop(0);
    market.close();
    System.exit(0);
  }

  /** What was published before is published already; it is not told twice. */
  private static void publish(ScheduledPublishing publishing, int publications) {
    for (int k = 0; k < publications; k++) {
      HandedTable table =
          new HandedTable("k.csv", ("k\n" + k + "\n").getBytes(StandardCharsets.UTF_8));
      publishing.date("indices", FIRST.plusDays(k), Optional.of(table), "bench");
    }
  }

  private boolean drop() {
    synchronized (chance) {
      return chance.nextDouble() < drops;
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    if (drop()) {
      exchange.close();
      return;
    }
    byte[] body;
    try {
      body = Json.MAPPER.writeValueAsBytes(answer(query(exchange), exchange));
    } catch (RuntimeException e) {
      e.printStackTrace();
      exchange.sendResponseHeaders(500, -1);
      exchange.close();
      return;
    }
    if (drop()) {
      exchange.close();
      return;
    }
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private Object answer(Map<String, String> query, HttpExchange exchange) throws IOException {
    Recipient recipient = Recipient.of(asked(query, "recipient"));
    if (exchange.getRequestMethod().equals("POST")) {
      List<Long> numbers = new ArrayList<>();
      String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Arrays.stream(text.split(",")).forEach(number -> numbers.add(Long.valueOf(number)));
      return mailbox.acknowledge(recipient, Scope.ALL, numbers, asked(query, "by")).stream()
          .map(MessageText::fields)
          .toList();
    }
    Mailbox.Page page =
        mailbox.after(
            recipient,
            Scope.ALL,
            Long.parseLong(asked(query, "after")),
            Integer.parseInt(asked(query, "limit")));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("messages", page.messages().stream().map(MessageText::fields).toList());
    answer.put("next", page.next());
    answer.put("more", page.more());
    return answer;
  }

  private static String asked(Map<String, String> query, String name) {
    return Objects.requireNonNull(query.get(name), name);
  }

  private static Map<String, String> query(HttpExchange exchange) {
    Map<String, String> query = new HashMap<>();
    for (String part : exchange.getRequestURI().getRawQuery().split("&")) {
      int at = part.indexOf('=');
      query.put(
          part.substring(0, at), URLDecoder.decode(part.substring(at + 1), StandardCharsets.UTF_8));
    }
    return query;
  }
}
