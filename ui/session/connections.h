// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/connection.h"

#include <QObject>

namespace ui {

/// The connections that the console has: those of this computer first, then the user's in the order they were added.
/// UI thread.
class Connections final : public QObject
{
    Q_OBJECT
public:
    static const QString engineId; ///< this computer's engine on its SQLite file
    static const QString givenEngineId; ///< an engine's store that the command line names
    static const QString bankAId;
    static const QString bankBId;

    explicit Connections(QObject *parent = nullptr);

    const QList<Connection> &all() const { return m_all; }
    QList<Connection> banks() const;
    /// By which names the payloads of the pairs' messages are read: the demo pair's first, each once.
    QList<PayloadFields> payloadFields() const;
    const Connection *find(const QString &id) const; ///< null for an unknown id; valid until the next change
    /// The one whose store the engine works with, or is to work with at the next start.
    const Connection &engine() const;
    /// Remembered for the next start, unless the command line gave it.
    void useEngine(const QString &id);

    /// Where this computer's engine keeps its messages, and the demo banks their accounts.
    void setBuiltInPlace(const QString &id, const core::bank::DatabaseUrl &place);
    /// Adds the store that the command line names, and uses it.
    void addGivenEngine(const core::bank::DatabaseUrl &place);
    /// Changes one, or adds it when its id is empty. Its id, or the Error that checkConnection() tells; Conflict when
    /// its pair cannot be (a bank belongs to one pair at most), or when the engine works with the store that would go.
    core::Result<QString> save(Connection connection);
    /// Conflict for one of this computer's own, and for the store that the engine works with. Pairs that it belonged to
    /// come apart.
    core::Status remove(const QString &id);

    /// As the settings file has them: this computer's for their label, care and safety, the user's in full. What is of
    /// no known form is left out.
    void load(const QList<QVariantMap> &settings);
    QList<QVariantMap> settings() const;

    /// "Bank A" in the language of the moment, for those of this computer that were not renamed.
    static QString labelOf(const Connection &connection);

signals:
    void changed();

private:
    Connection *findOwn(const QString &id);
    core::Status checkPair(const Connection &connection) const;
    void takeOver(const Connection &loaded);

    QList<Connection> m_all;
    QString m_engineInUse = engineId;
    QString m_engineKept = engineId; ///< for the next start
};

} // namespace ui
