package dev.hearken.lab.recipes;

import dev.hearken.core.features.ClipWindow;
import dev.hearken.core.features.FrontEnd;
import dev.hearken.lab.augmentation.SpecAugment;
import dev.hearken.lab.network.Network;
import dev.hearken.lab.training.Scene;
import java.util.Optional;

/**
 * What a recipe's settings come to: everything that turns clips into a model, ready to run.
 *
 * @param window how much of a clip is looked at
 * @param frontEnd what makes features of it
 * @param network what makes logits of those
 * @param scene what is done to a clip before each look while training
 * @param mask what is done to its features, if anything
 */
public record Plan(ClipWindow window, FrontEnd frontEnd, Network network, Scene scene, Optional<SpecAugment> mask) {}
