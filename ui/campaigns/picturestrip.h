// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/projects/pictures.h"
#include "ui/common/rowmodel.h"
#include "ui/common/services.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"

#include <QCache>
#include <QPixmap>
#include <QWidget>

class QLabel;
class QListView;
class QPushButton;

namespace encore::ui
{

/// Small pictures by the hash of their file: made away from the window, asked for once.
class PictureCache final : public QObject
{
    Q_OBJECT

public:
    PictureCache(FileService& files, QSize most, QObject* parent) : QObject(parent), m_files(files), m_most(most), m_known(mostKilobytes) { }

    /// Null until it is there: then arrived() tells.
    [[nodiscard]] QPixmap pixmap(const QByteArray& sha256);

Q_SIGNALS:
    void arrived();

private:
    FileService& m_files;
    QSize m_most;
    static constexpr int mostKilobytes = 32'000;
    QCache<QByteArray, QPixmap> m_known; ///< null pixmaps are asked for
};

class PictureModel final : public RowModel<commands::ProjectPictures::Row>
{
    Q_OBJECT

public:
    PictureModel(PictureCache& pictures, QObject* parent) : RowModel(parent), m_pictures(pictures) { }
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : 1; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

protected:
    [[nodiscard]] QString keyOf(const commands::ProjectPictures::Row& row) const override { return QString::fromLatin1(row.sha256.toHex()); }

private:
    PictureCache& m_pictures;
};

/// The pictures of a campaign: added, described, put first, taken off. Each is written at once.
class PictureStrip final : public QWidget
{
    Q_OBJECT

public:
    PictureStrip(const Services& services, Theme& theme, QWidget* parent);

    void show(domain::ProjectId project, bool mayChange);
    void retranslate();
    void addFile(const QString& path);

Q_SIGNALS:
    void changed();

private:
    template<class C>
    void run(const C& command);
    void conclude(const domain::Status& status);
    void reload();
    void refresh();
    void chooseFile();
    void askCaption();
    [[nodiscard]] const commands::ProjectPictures::Row* chosen() const;

    Services m_services;
    Theme& m_theme;
    Wording m_wording;
    domain::ProjectId m_project;
    bool m_mayChange = false;
    PictureCache m_cache;
    PictureModel m_model;
    QLabel* m_title = nullptr;
    QListView* m_view = nullptr;
    QPushButton* m_add = nullptr;
    QPushButton* m_caption = nullptr;
    QPushButton* m_first = nullptr;
    QPushButton* m_remove = nullptr;
    QLabel* m_fault = nullptr;
};

} // namespace encore::ui
