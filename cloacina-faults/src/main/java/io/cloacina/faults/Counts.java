package io.cloacina.faults;

import io.cloacina.faults.fault.BadRoad;
import io.cloacina.faults.fault.BrokenRoad;
import io.cloacina.faults.fault.DatabaseFault;
import io.cloacina.faults.fault.Halt;
import io.cloacina.faults.fault.Kill;
import io.cloacina.faults.fault.KillAll;
import io.cloacina.faults.fault.KillEarly;
import io.cloacina.faults.fault.Outage;
import io.cloacina.faults.fault.Pause;
import io.cloacina.faults.fault.PauseBefore;
import io.cloacina.faults.fault.PauseInside;
import io.cloacina.faults.fault.ProcessFault;
import io.cloacina.faults.fault.Restart;
import io.cloacina.faults.fault.Terminate;
import io.cloacina.faults.fault.TerminateBackend;
import io.cloacina.faults.program.Doom;
import io.cloacina.faults.program.Doom.Where;
import io.cloacina.testsupport.FaultyRoad.Fault;
import io.cloacina.testsupport.StopMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * How often each fault strikes in each campaign of a build and of a soak. {@code -Dfaults.percent=30} makes them three in ten
 * times as many, for whoever has no quarter of an hour; each number may be given by itself, such as {@code -Dfaults.kills=1000}.
 * A list of faults is in an order that its seed draws.
 */
public final class Counts {

    private static final int PERCENT = Integer.getInteger("faults.percent", 100);

    /** Of processes that work. */
    public static final int KILLS = of("kills", 80);

    /** Of processes that are starting. */
    public static final int EARLY_KILLS = of("earlyKills", 16);

    /** Of all processes at once. */
    public static final int KILLS_OF_ALL = of("killsOfAll", 8);

    /** Exactly before a commit, and as many exactly after: of the first one, the second one, and so on. */
    public static final int HALTS = of("halts", 5);

    /** Orderly ends under load; every second one is asked for twice. */
    public static final int TERMINATES = of("terminates", 2);

    /** SIGSTOP for longer than the lease, wherever the process is. */
    public static final int PAUSES = of("pauses", 4);

    /** The same inside a transaction. */
    public static final int PAUSES_INSIDE = of("pausesInside", 3);

    /** The same before a transaction that is made up. */
    public static final int PAUSES_BEFORE = of("pausesBefore", 3);

    /** Crashes of the server: immediate stops, and each third time a kill. */
    public static final int RESTARTS = of("restarts", 30);

    /** Stops of the server for longer than the lease. */
    public static final int OUTAGES = of("outages", 1);

    /** Ends of single connections by an administrator. */
    public static final int TERMINATED_BACKENDS = of("terminatedBackends", 300);

    /** Connections cut before a commit arrives, and as many cut before its answer does. */
    public static final int CUTS = of("cuts", 50);

    /** Connections reset anywhere. */
    public static final int RESETS = of("resets", 6);

    /** Times in which every packet is late. */
    public static final int DELAYS = of("delays", 1);

    /** Times in which nothing arrives. */
    public static final int SILENCES = of("silences", 1);

    private Counts() {}

    /** Whatever strikes strikes at least once, unless the percentage is 0. */
    private static int of(String name, int whole) {
        return Integer.getInteger("faults." + name, (whole * PERCENT + 99) / 100);
    }

    /** What ends processes. */
    public static List<ProcessFault> ends(long seed) {
        List<ProcessFault> faults = new ArrayList<>();
        add(faults, KILLS, number -> new Kill());
        add(faults, EARLY_KILLS, number -> new KillEarly());
        add(faults, KILLS_OF_ALL, number -> new KillAll());
        add(faults, HALTS, number -> new Halt(new Doom(Where.HALTS_BEFORE, number)));
        add(faults, HALTS, number -> new Halt(new Doom(Where.HALTS_AFTER, number)));
        add(faults, TERMINATES, number -> new Terminate(number % 2 == 0));
        return shuffled(faults, seed);
    }

    /** What makes processes stand still. */
    public static List<ProcessFault> pauses(long seed) {
        List<ProcessFault> faults = new ArrayList<>();
        add(faults, PAUSES, number -> new Pause());
        add(faults, PAUSES_INSIDE, number -> new PauseInside(10 * number));
        add(faults, PAUSES_BEFORE, number -> new PauseBefore(10 * number));
        return shuffled(faults, seed);
    }

    /** What happens to a server and on the way to it. */
    public static List<DatabaseFault> ofTheDatabase(long seed) {
        List<DatabaseFault> faults = new ArrayList<>();
        add(faults, RESTARTS, number -> new Restart(number % 3 == 0 ? StopMode.KILL : StopMode.IMMEDIATE));
        add(faults, OUTAGES, number -> new Outage());
        add(faults, TERMINATED_BACKENDS, number -> new TerminateBackend());
        add(faults, CUTS, number -> new BrokenRoad(Fault.CUTS_BEFORE_COMMIT));
        add(faults, CUTS, number -> new BrokenRoad(Fault.CUTS_THE_ANSWER_TO_COMMIT));
        add(faults, RESETS, number -> new BrokenRoad(Fault.RESETS));
        add(faults, DELAYS, number -> new BadRoad(Fault.DELAYS));
        add(faults, SILENCES, number -> new BadRoad(Fault.SWALLOWS_EVERYTHING));
        return shuffled(faults, seed);
    }

    /** Numbered from 1. */
    private static <T> void add(List<T> faults, int count, IntFunction<? extends T> fault) {
        for (int number = 1; number <= count; number++) {
            faults.add(fault.apply(number));
        }
    }

    private static <T> List<T> shuffled(List<T> faults, long seed) {
        Collections.shuffle(faults, new Random(seed));
        return faults;
    }
}
