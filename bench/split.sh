#!/usr/bin/env bash
# A network split, made with network namespaces: needs Linux, root, iproute2 and curl. Three nodes and two servers on a
# bridge; one node and one server are cut off while a study runs. Checks that the larger side finishes the study, that the
# smaller one refuses, and that it joins again when the cable is back. Usage: bench/split.sh (about three minutes)
set -euo pipefail
cd "$(dirname "$0")/.."
work="$(mktemp -d)"
export GRIDCLEAR_XMX=512m

cleanup() {
  pkill -f "$work" 2>/dev/null || true
  for k in 1 2 3; do ip netns del "gcsplit$k" 2>/dev/null || true; done
  ip link del gcsplitbr 2>/dev/null || true
  rm -rf "$work"
}
trap cleanup EXIT

ip link add gcsplitbr type bridge
ip link set gcsplitbr up
./gridclear account init --security "$work/security" >/dev/null
for k in 1 2 3; do
  ip netns add "gcsplit$k"
  ip link add "gcsplitv$k" type veth peer name eth0 netns "gcsplit$k"
  ip link set "gcsplitv$k" master gcsplitbr up
  ip -n "gcsplit$k" addr add "10.77.0.$k/24" dev eth0
  ip -n "gcsplit$k" link set eth0 up
  ip -n "gcsplit$k" link set lo up
  ./gridclear keys --authority "$work/ca" --out "$work/keys$k" --address "10.77.0.$k" >/dev/null
done

inside() { # NAMESPACE COMMAND…
  local k=$1
  shift
  ip netns exec "gcsplit$k" ./gridclear "$@" --host "10.77.0.$k" --keys "$work/keys$k"
}
ready() { # NAMESPACE: the answer of its server
  ip netns exec "gcsplit$1" curl -s -m 3 --cacert "$work/keys$1/ca.pem" "https://10.77.0.$1:8080/health/ready" || true
}
await() { # TEXT FILE|COMMAND…
  local text=$1
  shift
  for _ in $(seq 1 120); do
    if "$@" 2>/dev/null | grep -q "$text"; then return 0; fi
    sleep 1
  done
  echo "FAILED: no '$text' from: $*"
  exit 1
}

inside 1 node --name a --slots 1 >"$work/a.log" 2>&1 &
await ' ready: ' cat "$work/a.log"
inside 2 node --name b --slots 1 --join 10.77.0.1:47500 >"$work/b.log" 2>&1 &
inside 3 node --name c --slots 1 --join 10.77.0.1:47500 >"$work/c.log" 2>&1 &
await ' ready: ' cat "$work/b.log"
await ' ready: ' cat "$work/c.log"
join=10.77.0.1:47500,10.77.0.2:47500,10.77.0.3:47500
inside 1 serve --security "$work/security" --join $join --grid-port 47600 >"$work/s1.log" 2>&1 &
inside 3 serve --security "$work/security" --join $join --grid-port 47600 >"$work/s3.log" 2>&1 &
await '"ready"' ready 1
await '"ready"' ready 3
echo "three nodes and two servers are up, over TLS"

cat >"$work/study.yaml" <<'STUDY'
study: split
base: {case: ieee57}
options: {gap: 0.0005}
sweeps: [{name: "l{l} r{r}", over: {l: [0.94, 0.97, 1.0], r: [0.7, 1, 1.3]}, changes: [{load: {scale: $l}}, {renewables: {scale: $r}}]}]
STUDY
inside 1 study "$work/study.yaml" --out "$work/out" --join $join --grid-port 47700 >"$work/study.log" 2>&1 &
study=$!
await ' [1-9][0-9]* of 10 cases' cat "$work/study.log"
ip link set gcsplitv3 nomaster
echo "cut: node c and one server are alone"
start=$SECONDS
await 'cut off' ready 3
echo "the smaller side refuses after $((SECONDS - start)) s: $(ready 3)"
await '"ready"' ready 1
wait $study || { cat "$work/study.log"; echo "FAILED: the study did not end well"; exit 1; }
echo "the larger side finished the study"
ip link set gcsplitv3 master gcsplitbr
start=$SECONDS
await '"ready"' ready 3
await 'c ' inside 1 grid status --join $join --grid-port 47800
echo "healed after $((SECONDS - start)) s:"
inside 1 grid status --join $join --grid-port 47800
echo "PASSED"
