package io.calsync.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Fills a world at its start: from its state file, or with what the options name.
final class Worlds {
    private Worlds() {}

    static World open(SandboxOptions options) {
        World world = new World(options.clock());
        Path path = options.stateFile();
        StateFile file = path == null ? null : new StateFile(path);
        if (file != null && file.exists()) {
            file.load(world);
        } else {
            List<ObjectNode> first = new ArrayList<>(options.seed());
            Account others = options.keys().others();
            Account owner = others == null ? Account.ANN : others;
            first.addAll(Catalogue.generate(owner, first.size() + 1L, options.services()));
            world.putAll(first);
            world.remember(options.past());
        }
        if (file != null) {
            file.save(world);
            world.onChange(file::save);
        }
        return world;
    }
}
