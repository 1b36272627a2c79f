// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/passwords.h"

#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

const QString service = u"Checkback"_s;

core::Error errorOf(const QKeychain::Job &job)
{
    if (job.error() == QKeychain::EntryNotFound)
        return core::Error::notFound(u"no password is kept"_s);
    const bool isSilent = job.error() == QKeychain::NoBackendAvailable || job.error() == QKeychain::OtherError;
    return core::Error::unavailable(isSilent ? u"no keychain service answers"_s : job.errorString());
}

class SystemKeychain final : public PasswordStore
{
public:
    void read(const QString &id, QObject *context, ThenPassword then) override
    {
        auto *job = new QKeychain::ReadPasswordJob(service);
        job->setKey(id);
        QObject::connect(job, &QKeychain::Job::finished, context, [job, then = std::move(then)] {
            then(job->error() == QKeychain::NoError ? core::Result<QString>(job->textData()) : errorOf(*job));
        });
        job->start();
    }

    void write(const QString &id, const QString &password, QObject *context, ThenStatus then) override
    {
        auto *job = new QKeychain::WritePasswordJob(service);
        job->setKey(id);
        job->setTextData(password);
        QObject::connect(job, &QKeychain::Job::finished, context, [job, then = std::move(then)] {
            then(job->error() == QKeychain::NoError ? core::Status(core::Done{}) : errorOf(*job));
        });
        job->start();
    }

    void remove(const QString &id) override
    {
        auto *job = new QKeychain::DeletePasswordJob(service);
        job->setKey(id);
        job->start();
    }
};

} // namespace

std::unique_ptr<PasswordStore> systemKeychain()
{
    return std::make_unique<SystemKeychain>();
}

} // namespace ui
