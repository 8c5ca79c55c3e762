package io.cloacina.jpa.planted;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;

/** Turns stored bytes into whatever objects they name. */
public final class KitThatDeserialises {
    Object read(InputStream stored) throws IOException, ClassNotFoundException {
        return new ObjectInputStream(stored).readObject();
    }
}
