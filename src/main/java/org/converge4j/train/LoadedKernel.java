package org.converge4j.train;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * The kernel that OpenBLAS has chosen in this process. JavaCPP does not reach the function that names it, but OpenBLAS keeps a table of
 * functions for each kernel under the kernel's name, and a pointer to the one that it uses.
 */
final class LoadedKernel {
    private static final String TABLE = "gotoblas";

    /** As OpenBLAS spells them; of x86 and of ARM. */
    private static final List<String> NAMES = List.of(
            "Prescott",
            "Core2",
            "Nehalem",
            "Barcelona",
            "Sandybridge",
            "Bulldozer",
            "Piledriver",
            "Steamroller",
            "Excavator",
            "Haswell",
            "Zen",
            "SkylakeX",
            "Cooperlake",
            "SapphireRapids",
            "ARMV8",
            "CortexA53",
            "CortexA57",
            "CortexA72",
            "CortexA73",
            "Falkor",
            "ThunderX",
            "ThunderX2T99",
            "ThunderX3T110",
            "TSV110",
            "EMAG8180",
            "NeoverseN1");

    private LoadedKernel() {}

    /** Its name, once ND4J has loaded the library; nothing where that was built for one kernel alone, or has one not known here. */
    static Optional<String> name() {
        return address(TABLE)
                .map(used -> new LongPointer(used).get())
                .flatMap(table -> NAMES.stream()
                        .filter(name -> address(TABLE + "_" + name.toUpperCase(Locale.ROOT))
                                .filter(own -> own.address() == table)
                                .isPresent())
                        .findFirst());
    }

    private static Optional<Pointer> address(String symbol) {
        return Optional.ofNullable(Loader.addressof(symbol));
    }
}
