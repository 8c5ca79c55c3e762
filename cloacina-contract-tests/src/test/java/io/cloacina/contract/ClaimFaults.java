package io.cloacina.contract;

import io.cloacina.contract.forwarding.ForwardingStore;
import io.cloacina.contract.forwarding.ForwardingTransaction;
import io.cloacina.domain.execution.ClaimRef;
import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.ports.Claim;
import io.cloacina.ports.ClaimEnd;
import io.cloacina.ports.ClaimRequest;
import io.cloacina.ports.HeldClaim;
import io.cloacina.ports.StoreTransaction;
import io.cloacina.ports.StoredDefinition;
import io.cloacina.ports.TaskState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be wrong about claims: taken, extended and ended. */
final class ClaimFaults {

    private ClaimFaults() {}

    static Stream<Fault> all() {
        return Stream.of(
                claimsTwice(),
                forgetsTheLimit(),
                takesNoDefinitionForAll(),
                reusesTheEpoch(),
                saysTwiceThatItStarted(),
                ignoresTheEpoch(),
                reportsALostClaimAsEnded(),
                countsAReleaseAsATry(),
                endsALiveLease(),
                roundsDelays(),
                reportsALostClaimAsHeld(),
                forgetsTheEnding());
    }

    private static Fault claimsTwice() {
        Map<String, List<Claim>> lastOf = new ConcurrentHashMap<>();
        return Fault.inTransactions("claims twice", "CLAIM-1", good -> new ForwardingTransaction(good) {
            @Override
            public List<Claim> claim(ClaimRequest request) {
                List<Claim> claims = good.claim(request);
                if (!claims.isEmpty()) {
                    lastOf.put(request.worker(), claims);
                    return claims;
                }
                return lastOf.keySet().stream()
                        .filter(worker -> !worker.equals(request.worker())
                                && request.worker().equals("worker-b"))
                        .findFirst()
                        .map(lastOf::remove)
                        .orElse(claims);
            }
        });
    }

    private static Fault forgetsTheLimit() {
        return Fault.inTransactions("claims in packs of four", "CLAIM-2", good -> new ForwardingTransaction(good) {
            @Override
            public List<Claim> claim(ClaimRequest request) {
                int packed = request.limit() > 2 ? (request.limit() + 3) / 4 * 4 : request.limit();
                return good.claim(new ClaimRequest(request.worker(), request.definitions(), packed, request.lease()));
            }
        });
    }

    private static Fault takesNoDefinitionForAll() {
        Set<UUID> known = ConcurrentHashMap.newKeySet();
        return Fault.of("takes no definition for all of them", "CLAIM-5", store -> new ForwardingStore(store) {
            @Override
            public void define(Collection<StoredDefinition> definitions) {
                definitions.forEach(definition -> known.add(definition.id()));
                good.define(definitions);
            }

            @Override
            protected StoreTransaction disguise(StoreTransaction transaction) {
                return new ForwardingTransaction(transaction) {
                    @Override
                    public List<Claim> claim(ClaimRequest request) {
                        return good.claim(request.definitions().isEmpty() ? withAll(request, known) : request);
                    }
                };
            }
        });
    }

    private static ClaimRequest withAll(ClaimRequest request, Set<UUID> definitions) {
        return new ClaimRequest(request.worker(), definitions, request.limit(), request.lease());
    }

    private static Fault reusesTheEpoch() {
        return Fault.inTransactions(
                "reuses the epoch of a lease that expired", "CLAIM-6", good -> new ForwardingTransaction(good) {
                    @Override
                    public List<Claim> claim(ClaimRequest request) {
                        return good.claim(request).stream()
                                .map(claim -> claim.recoveryAttempts() == 0 ? claim : older(claim))
                                .toList();
                    }
                });
    }

    private static Claim older(Claim claim) {
        ClaimRef ref = new ClaimRef(claim.ref().task(), claim.ref().epoch() - 1);
        return new Claim(ref, claim.definition(), claim.attempt(), claim.recoveryAttempts(), claim.startsExecution());
    }

    private static Fault saysTwiceThatItStarted() {
        return Fault.inTransactions(
                "says with every claim of a batch that the execution started",
                "CLAIM-8",
                good -> new ForwardingTransaction(good) {
                    @Override
                    public List<Claim> claim(ClaimRequest request) {
                        List<Claim> claims = good.claim(request);
                        boolean starts = claims.stream().anyMatch(Claim::startsExecution);
                        return claims.stream()
                                .map(claim -> starting(claim, starts))
                                .toList();
                    }
                });
    }

    private static Claim starting(Claim claim, boolean starts) {
        return new Claim(claim.ref(), claim.definition(), claim.attempt(), claim.recoveryAttempts(), starts);
    }

    private static Fault ignoresTheEpoch() {
        return Fault.inTransactions("ignores the epoch", "FINISH-1", good -> new ForwardingTransaction(good) {
            @Override
            public List<ClaimEnd> end(List<ClaimEnd> ends) {
                return good.end(ends.stream().map(end -> present(end, good)).toList());
            }
        });
    }

    private static ClaimEnd present(ClaimEnd end, StoreTransaction transaction) {
        return transaction.states(List.of(end.claim().task())).stream()
                .filter(state -> state.status() == TaskStatus.RUNNING)
                .map(TaskState::epoch)
                .map(epoch ->
                        new ClaimEnd(new ClaimRef(end.claim().task(), epoch), end.kind(), end.dueIn(), end.reason()))
                .findFirst()
                .orElse(end);
    }

    private static Fault reportsALostClaimAsEnded() {
        return Fault.inTransactions(
                "reports a whole batch as ended when any claim of it was",
                "FINISH-2",
                good -> new ForwardingTransaction(good) {
                    @Override
                    public List<ClaimEnd> end(List<ClaimEnd> ends) {
                        return good.end(ends).isEmpty() ? List.of() : ends;
                    }
                });
    }

    private static Fault countsAReleaseAsATry() {
        return Fault.inTransactions("counts a release as a try", "FINISH-4", good -> new ForwardingTransaction(good) {
            @Override
            public List<ClaimEnd> end(List<ClaimEnd> ends) {
                Set<ClaimEnd> applied = new HashSet<>(
                        good.end(ends.stream().map(ClaimFaults::releaseAsRetry).toList()));
                return ends.stream()
                        .filter(end -> applied.contains(releaseAsRetry(end)))
                        .toList();
            }
        });
    }

    private static ClaimEnd releaseAsRetry(ClaimEnd end) {
        return end.kind() == ClaimEnd.Kind.RELEASED ? as(ClaimEnd.Kind.RETRY, end, end.dueIn()) : end;
    }

    private static Fault endsALiveLease() {
        return Fault.inTransactions("takes a live lease away", "FINISH-5", good -> new ForwardingTransaction(good) {
            @Override
            public List<ClaimEnd> end(List<ClaimEnd> ends) {
                List<ClaimEnd> applied = new ArrayList<>(good.end(ends));
                for (ClaimEnd end : ends) {
                    if (end.kind().onlyIfExpired() && !applied.contains(end) && isReleased(end, good)) {
                        applied.add(end);
                    }
                }
                return applied;
            }
        });
    }

    private static boolean isReleased(ClaimEnd end, StoreTransaction transaction) {
        return !transaction
                .end(List.of(as(ClaimEnd.Kind.RELEASED, end, Duration.ZERO)))
                .isEmpty();
    }

    private static Fault roundsDelays() {
        return Fault.inTransactions("rounds short delays", "CLAIM-4", good -> new ForwardingTransaction(good) {
            @Override
            public List<ClaimEnd> end(List<ClaimEnd> ends) {
                return good.end(ends.stream().map(ClaimFaults::rounded).toList());
            }
        });
    }

    private static ClaimEnd rounded(ClaimEnd end) {
        boolean isShort = !end.dueIn().isZero() && end.dueIn().compareTo(Duration.ofMinutes(5)) < 0;
        return isShort ? as(end.kind(), end, Duration.ofMinutes(1)) : end;
    }

    private static ClaimEnd as(ClaimEnd.Kind kind, ClaimEnd end, Duration dueIn) {
        return new ClaimEnd(end.claim(), kind, dueIn, end.reason());
    }

    private static Fault reportsALostClaimAsHeld() {
        return heldAs(
                "reports a lost claim as held",
                "LEASE-2",
                (claim, held) -> held == null ? new HeldClaim(claim, null, true) : held);
    }

    private static Fault forgetsTheEnding() {
        return heldAs(
                "forgets that an execution is ending",
                "LEASE-3",
                (claim, held) -> held == null ? null : new HeldClaim(claim, null, true));
    }

    private static Fault heldAs(String name, String rule, HeldAs answer) {
        return Fault.inTransactions(name, rule, good -> new ForwardingTransaction(good) {
            @Override
            public List<HeldClaim> extend(Collection<ClaimRef> claims, Duration lease) {
                List<HeldClaim> held = good.extend(claims, lease);
                return claims.stream()
                        .flatMap(claim -> Stream.ofNullable(answer.of(claim, heldOf(claim, held))))
                        .toList();
            }
        });
    }

    private static @Nullable HeldClaim heldOf(ClaimRef claim, List<HeldClaim> held) {
        return held.stream()
                .filter(candidate -> candidate.ref().equals(claim))
                .findFirst()
                .orElse(null);
    }

    @FunctionalInterface
    private interface HeldAs {
        @Nullable
        HeldClaim of(ClaimRef claim, @Nullable HeldClaim held);
    }
}
