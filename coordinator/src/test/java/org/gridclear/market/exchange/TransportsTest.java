package org.gridclear.market.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.gridclear.market.store.exchange.InboxRow;
import org.gridclear.market.store.exchange.OutboxRow;
import org.gridclear.market.store.exchange.OutboxRow.State;
import org.gridclear.validate.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over SSH, by mail and by Kafka: in order, whole, again without a second one, signed. */
// Rows: O-07, O-09, O-12, O-19
class TransportsTest {
  @TempDir Path folder;

  /** A partner's host that lets those in whose keys it was told. */
  private static final class Host implements AutoCloseable {
    final SshServer server = SshServer.setUpDefaultServer();
    final Set<String> allowed = new CopyOnWriteArraySet<>();
    final String fingerprint;
    final Path files;

    Host(Path files) throws Exception {
      this.files = Files.createDirectories(files);
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      KeyPair key = generator.generateKeyPair();
      fingerprint = KeyUtils.getFingerPrint(key.getPublic());
      server.setHost("127.0.0.1");
      server.setPort(0);
      server.setKeyPairProvider(KeyPairProvider.wrap(key));
      server.setPublickeyAuthenticator(
          (user, shown, session) ->
              user.equals("market") && allowed.contains(PublicKeyEntry.toString(shown)));
      server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
      server.setFileSystemFactory(new VirtualFileSystemFactory(files));
      server.start();
    }

    /** What the public line of a channel says of its key. */
    void allow(String line) {
      allowed.add(line.substring(0, line.lastIndexOf(' ')));
    }

    String target() {
      return "sftp://market@127.0.0.1:%d/ems".formatted(server.getPort());
    }

    List<Path> came() throws IOException {
      try (Stream<Path> all = Files.list(files.resolve("ems"))) {
        return all.sorted().toList();
      }
    }

    @Override
    public void close() throws IOException {
      server.stop(true);
    }
  }

  private static String sftp(String id, String format, Host host, String hostKey) {
    return """
    channels:
    - {id: %s, partner: EMS, format: %s, markets: [da],
       transport: {way: sftp, target: "%s", hostKey: "%s"}, trigger: {when: condition},
       retry: {tries: 2, first: PT1S, most: PT1S}}
    """
        .formatted(id, format, host.target(), hostKey);
  }

  @Test
  void filesGoOverSshWholeAndOnce() throws Exception {
    try (Host host = new Host(folder.resolve("host"));
        ExchangeWoods exchange =
            new ExchangeWoods(
                "embedded", folder, sftp("ems", "ems-plan", host, host.fingerprint))) {
      Files.createDirectories(host.files.resolve("ems"));
      host.allow(Outbox.keys(exchange.woods.market).make("ems"));
      exchange.woods.approved();
      assertEquals(List.of("ems-plan/da/2026-10-01/0/v1"), exchange.collect());
      OutboxRow sent = exchange.outbox.send().get(0);
      assertEquals(State.SENT, sent.state(), sent.said());
      List<Path> came = host.came();
      assertEquals(1, came.size());
      assertEquals(
          "000000000001-ems-plan-da-2026-10-01-0-v1.json", came.get(0).getFileName().toString());
      assertArrayEquals(exchange.content(sent), Files.readAllBytes(came.get(0)));
      // The answer was lost: it is sent again, and is there once.
      SftpTransport again = Outbox.sftp(exchange.woods.market, exchange.channel("ems"));
      assertTrue(again.deliver(sent, exchange.content(sent)).endsWith("was there"));
      assertEquals(came, host.came());
    }
  }

  @Test
  void anotherHostOrAnUnknownKeyGetsNothing() throws Exception {
    try (Host host = new Host(folder.resolve("host"));
        ExchangeWoods exchange =
            new ExchangeWoods(
                "embedded", folder, sftp("ems", "ems-plan", host, "SHA256:" + "A".repeat(43)))) {
      Files.createDirectories(host.files.resolve("ems"));
      host.allow(Outbox.keys(exchange.woods.market).make("ems"));
      exchange.woods.approved();
      exchange.collect();
      assertEquals(State.PENDING, exchange.outbox.send().get(0).state(), "another host");
      exchange.set(sftp("ems", "ems-plan", host, host.fingerprint));
      Outbox.keys(exchange.woods.market).make("ems");
      exchange.woods.later(Duration.ofSeconds(2));
      assertEquals(State.DEAD, exchange.outbox.send().get(0).state(), "a key that nobody told");
      assertEquals(List.of(), host.came());
    }
  }

  @Test
  void whatLiesOnTheHostIsTakenOnce() throws Exception {
    try (Host host = new Host(folder.resolve("host"));
        ExchangeWoods exchange =
            new ExchangeWoods(
                "embedded",
                folder,
                sftp("oms", "tickets", host, host.fingerprint)
                    .replace("markets: [da],", "")
                    .replace(", trigger: {when: condition}", "")
                    .replaceFirst(",\\s*retry: \\{[^}]*}", ""))) {
      host.allow(Outbox.keys(exchange.woods.market).make("oms"));
      Path in = Files.createDirectories(host.files.resolve("ems"));
      Files.writeString(
          in.resolve("1.json"),
          """
          {"format": "gridclear-envelope", "version": 1, "id": "t9", "content":
           {"format": "gridclear-tickets", "tickets": [{"id": "T9", "kind": "outage",
            "elements": ["unit:alder-1"], "from": "2026-10-03T00:00:00+08:00",
            "to": "2026-10-04T00:00:00+08:00", "state": "approved", "source": "OMS",
            "knownAt": "2026-09-30T08:00:00+08:00"}]}}
          """);
      Files.writeString(in.resolve("2.json"), "{}");
      Inbox.Folder first = exchange.inbox.folder(exchange.channel("oms"), "op");
      assertEquals(1, first.received().size());
      assertEquals(
          InboxRow.State.TAKEN,
          first.received().get(0).row().state(),
          first.received().get(0).row().said());
      assertTrue(first.gaps().get(0).contains("2.json"), first.gaps()::toString);
      assertEquals(List.of(), exchange.inbox.folder(exchange.channel("oms"), "op").received());
    }
  }

  @Test
  void lettersAreSignedAndHaveTheBodyAsTheirFile() throws Exception {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    String channels =
        """
        channels:
        - {id: finance, partner: finance, format: settlement, markets: [da],
           transport: {way: mail, target: "smtp://clerk@127.0.0.1:%d/books@finance.example?from=market@here.example"},
           trigger: {when: condition}}
        """
            .formatted(server.getSmtp().getPort());
    try (ExchangeWoods exchange = new ExchangeWoods("embedded", folder, channels)) {
      server.setUser("clerk", "sesame");
      ChannelSecrets secrets = Outbox.secrets(exchange.woods.market);
      byte[] secret = java.util.HexFormat.of().parseHex(secrets.make("finance"));
      secrets.keepPassword("finance", "sesame\n");
      exchange.woods.approved();
      exchange.collect();
      OutboxRow sent = exchange.outbox.send().get(0);
      assertEquals(State.SENT, sent.state(), sent.said());
      MimeMessage letter = server.getReceivedMessages()[0];
      assertEquals(sent.id(), letter.getHeader("X-Gridclear-Id")[0]);
      MimeMultipart parts = (MimeMultipart) letter.getContent();
      assertEquals(FolderTransport.name(sent), parts.getBodyPart(1).getFileName());
      byte[] body = parts.getBodyPart(1).getInputStream().readAllBytes();
      assertArrayEquals(exchange.content(sent), body);
      long seconds = Long.parseLong(letter.getHeader("X-Gridclear-Time")[0]);
      Signature.check(
          secret,
          Instant.ofEpochSecond(seconds),
          body,
          letter.getHeader("X-Gridclear-Signature")[0],
          exchange.woods.clock().instant());
      server.stop();
      exchange.woods.approved();
      exchange.collect();
      assertEquals(State.PENDING, exchange.outbox.send().get(0).state(), "nobody is there");
    } finally {
      server.stop();
    }
  }

  /** Against the library's own stand-in for brokers; real ones are not to be had here. */
  @Test
  void recordsOfATopicAreSignedAndKeptInTheOrderOfTheirChannel() throws Exception {
    try (ExchangeWoods exchange =
        new ExchangeWoods(
            "embedded",
            folder,
            """
            channels:
            - {id: bus, partner: EMS, format: ems-plan, markets: [da],
               transport: {way: kafka, target: "127.0.0.1:9092,127.0.0.1:9093/plans"},
               trigger: {when: condition}}
            """)) {
      exchange.woods.approved();
      exchange.collect();
      OutboxRow row = exchange.outbox.store().firstPending("bus").orElseThrow();
      byte[] secret = new byte[32];
      MockProducer<String, byte[]> brokers =
          new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
      KafkaTransport transport =
          new KafkaTransport(() -> brokers, "plans", secret, exchange.woods.clock());
      assertEquals("partition 0, offset 0", transport.deliver(row, exchange.content(row)));
      ProducerRecord<String, byte[]> record = brokers.history().get(0);
      assertEquals("bus", record.key());
      assertEquals("plans", record.topic());
      assertArrayEquals(exchange.content(row), record.value());
      assertEquals(
          row.id(), new String(record.headers().lastHeader("X-Gridclear-Id").value(), UTF_8));
      assertTrue(brokers.closed());
      MockProducer<String, byte[]> broken =
          new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
      broken.sendException = new org.apache.kafka.common.errors.TimeoutException("no broker");
      assertThrows(
          IOException.class,
          () ->
              new KafkaTransport(() -> broken, "plans", secret, exchange.woods.clock())
                  .deliver(row, new byte[1]));
    }
  }

  @Test
  void whatIsNoAddressIsRefusedByName() {
    String wrong =
        """
        channels:
        - {id: a, partner: A, format: ems-plan, markets: [da],
           transport: {way: sftp, target: "sftp://host/in", hostKey: "SHA256:x"}}
        - {id: b, partner: B, format: ems-plan, markets: [da],
           transport: {way: mail, target: "smtp://host/nobody"}}
        - {id: c, partner: C, format: ems-plan, markets: [da], transport: {way: kafka, target: broker}}
        - {id: d, partner: D, format: tickets, transport: {way: mail, target: "smtp://h/a@b?from=c@d"}}
        - {id: e, partner: E, format: ems-plan, markets: [da],
           transport: {way: sftp, target: "sftp://user:word@host/in", hostKey: "SHA256:%s"}}
        """
            .formatted("A".repeat(43));
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () -> ChannelText.read(wrong.getBytes(UTF_8), "channels.yaml"));
    assertEquals(6, refused.issues().size(), refused.issues()::toString);
    assertThrows(
        IllegalArgumentException.class, () -> new SshKeys(folder).of("nobody").getPublic());
    assertThrows(IllegalArgumentException.class, () -> new SshKeys(folder).make("../x"));
  }
}
