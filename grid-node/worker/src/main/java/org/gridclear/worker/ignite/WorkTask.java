package org.gridclear.worker.ignite;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.ignite.Ignite;
import org.apache.ignite.cluster.ClusterNode;
import org.apache.ignite.compute.ComputeJob;
import org.apache.ignite.compute.ComputeJobAdapter;
import org.apache.ignite.compute.ComputeJobResult;
import org.apache.ignite.compute.ComputeJobResultPolicy;
import org.apache.ignite.compute.ComputeTaskAdapter;
import org.apache.ignite.compute.ComputeTaskNoResultCache;
import org.apache.ignite.resources.IgniteInstanceResource;
import org.jspecify.annotations.Nullable;

/**
 * Sends one work unit to the one node of its projection. No failover: the coordinator decides where
 * a unit goes next.
 */
@ComputeTaskNoResultCache
public final class WorkTask extends ComputeTaskAdapter<byte[], byte[]> {
  private static final long serialVersionUID = 1L;

  private transient byte @Nullable [] answer;

  @Override
  public Map<? extends ComputeJob, ClusterNode> map(List<ClusterNode> nodes, byte[] unit) {
    return Map.of(new WorkJob(unit), nodes.get(0));
  }

  @Override
  public ComputeJobResultPolicy result(ComputeJobResult result, List<ComputeJobResult> received) {
    if (result.getException() != null) {
      throw result.getException();
    }
    answer = result.getData();
    return ComputeJobResultPolicy.REDUCE;
  }

  @Override
  public byte[] reduce(List<ComputeJobResult> results) {
    return Objects.requireNonNull(answer);
  }

  /** Runs on the node. */
  private static final class WorkJob extends ComputeJobAdapter {
    private static final long serialVersionUID = 1L;

    private final byte[] unit;

    @IgniteInstanceResource private transient Ignite ignite;

    WorkJob(byte[] unit) {
      this.unit = unit;
    }

    @Override
    public Object execute() {
      return GridNode.work(ignite, unit, this::isCancelled);
    }
  }
}
