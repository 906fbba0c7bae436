package org.gridclear.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1PodSpec;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The manifests beside the schemas of their formats; no engine is needed. */
// Rows: X-08
class ManifestTest {
  private static final Path CONTAINER = Path.of("src/container");
  private static final Gson GSON = new Gson();

  private static List<Map<String, Object>> documents() throws IOException {
    List<Map<String, Object>> documents = new ArrayList<>();
    for (Object document :
        new Yaml().loadAll(Files.readString(CONTAINER.resolve("kubernetes.yaml")))) {
      documents.add(map(document));
    }
    return documents;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object node) {
    return (Map<String, Object>) node;
  }

  /** Unknown, missing and mistyped fields at every level are refused by the client's models. */
  private static void check(JsonElement json, String kind) throws IOException {
    switch (kind) {
      case "Service" -> V1Service.validateJsonElement(json);
      case "StatefulSet" -> V1StatefulSet.validateJsonElement(json);
      case "PodDisruptionBudget" -> V1PodDisruptionBudget.validateJsonElement(json);
      case "NetworkPolicy" -> V1NetworkPolicy.validateJsonElement(json);
      default -> throw new IOException("no model of " + kind);
    }
  }

  private static List<V1StatefulSet> sets() throws IOException {
    List<V1StatefulSet> sets = new ArrayList<>();
    for (Map<String, Object> document : documents()) {
      if (document.get("kind").equals("StatefulSet")) {
        sets.add(V1StatefulSet.fromJson(GSON.toJson(document)));
      }
    }
    return sets;
  }

  @Test
  void everyDocumentFitsItsModel() throws IOException {
    List<Map<String, Object>> documents = documents();
    assertEquals(6, documents.size());
    for (Map<String, Object> document : documents) {
      check(GSON.toJsonTree(document), document.get("kind").toString());
    }
  }

  @Test
  void aFieldThatTheFormatLacksWouldBeFound() throws IOException {
    Map<String, Object> set =
        documents().stream().filter(d -> d.get("kind").equals("StatefulSet")).findFirst().get();
    map(set.get("spec")).put("replica", 3);
    try {
      check(GSON.toJsonTree(set), "StatefulSet");
    } catch (IllegalArgumentException e) {
      assertTrue(e.getMessage().contains("replica"), e.getMessage());
      return;
    }
    throw new AssertionError("an unknown field passed");
  }

  @Test
  void noContainerIsRootOrWritesOutsideItsVolumes() throws IOException {
    for (V1StatefulSet set : sets()) {
      V1PodSpec pod = set.getSpec().getTemplate().getSpec();
      assertTrue(pod.getSecurityContext().getRunAsNonRoot());
      assertEquals(false, pod.getEnableServiceLinks(), "its variables would be read as options");
      for (V1Container container : pod.getContainers()) {
        assertTrue(container.getSecurityContext().getReadOnlyRootFilesystem());
        assertEquals(List.of("ALL"), container.getSecurityContext().getCapabilities().getDrop());
        assertTrue(container.getResources().getLimits().containsKey("memory"));
        assertTrue(container.getReadinessProbe() != null && container.getLivenessProbe() != null);
        for (var mount : container.getVolumeMounts()) {
          boolean claimed =
              set.getSpec().getVolumeClaimTemplates().stream()
                  .anyMatch(claim -> mount.getName().equals(claim.getMetadata().getName()));
          boolean listed =
              pod.getVolumes().stream()
                  .anyMatch(volume -> mount.getName().equals(volume.getName()));
          assertTrue(claimed || listed, mount.getName());
        }
      }
    }
  }

  @Test
  void nodesJoinThePodsThatThereAre() throws IOException {
    V1StatefulSet nodes = sets().get(0);
    List<String> expected = new ArrayList<>();
    for (int n = 0; n < nodes.getSpec().getReplicas(); n++) {
      expected.add(
          "%s-%d.%s:47500"
              .formatted(nodes.getMetadata().getName(), n, nodes.getSpec().getServiceName()));
    }
    for (V1StatefulSet set : sets()) {
      String join =
          set.getSpec().getTemplate().getSpec().getContainers().get(0).getEnv().stream()
              .filter(variable -> variable.getName().endsWith("_JOIN"))
              .findFirst()
              .get()
              .getValue();
      assertEquals(String.join(",", expected), join);
    }
  }

  @Test
  void composeStartsThreeNodesAndAServerThatNameEachOther() throws IOException {
    Map<String, Object> compose =
        map(new Yaml().load(Files.readString(CONTAINER.resolve("compose.yaml"))));
    Map<String, Object> services = map(compose.get("services"));
    assertEquals(Set.of("node-1", "node-2", "node-3", "server"), services.keySet());
    Set<String> volumes = map(compose.get("volumes")).keySet();
    services.forEach(
        (name, service) -> {
          assertEquals(name, map(service).get("hostname"));
          assertEquals(true, map(service).get("read_only"));
          for (Object mount : (List<?>) map(service).get("volumes")) {
            assertTrue(volumes.contains(mount.toString().split(":")[0]), mount.toString());
          }
        });
  }
}
